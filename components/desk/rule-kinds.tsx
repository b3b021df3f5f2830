import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { ruleKinds } from "@/lib/routing/schema";

/** Chooses what a new rule does. Works by address alone. */
export function RuleKinds() {
  const t = useTranslations("desk");
  return (
    <form className="max-w-[44rem] space-y-5">
      <fieldset>
        <legend className="font-semibold">{t("rule.kind")}</legend>
        <div className="mt-3 space-y-3">
          {ruleKinds.map((kind) => (
            <Choice
              key={kind}
              type="radio"
              name="kind"
              value={kind}
              label={t(`routing.kinds.${kind}`)}
              hint={t(`routing.kindHints.${kind}`)}
              checked={kind === "embassy"}
            />
          ))}
        </div>
      </fieldset>
      <Button look="main">{t("rule.choose")}</Button>
    </form>
  );
}
