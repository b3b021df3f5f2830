import { useTranslations } from "next-intl";
import { Choice } from "@/components/ui/choice";
import { FieldError } from "@/components/ui/field";
import { disclosures } from "@/lib/signatures/schema";

type DisclosureChoiceProps = {
  /** What the campaign allows. */
  allowed: string[];
  chosen: string | undefined;
  error: string | undefined;
};

/** What the recipient learns of the signer, and why less may be wiser. Where there is no choice, it is said. */
export function DisclosureChoice({ allowed, chosen, error }: DisclosureChoiceProps) {
  const t = useTranslations("site.form");
  const more = useTranslations("signer.form");
  const errorWord = useTranslations("site.errors")("error");
  const offered = disclosures.filter((value) => allowed.includes(value));
  const at = offered.find((value) => value === chosen) ?? offered[0];
  const [only, ...others] = offered;
  return (
    <fieldset
      id="disclosure"
      aria-describedby={error ? "disclosure-error" : undefined}
      className={`space-y-3 ${error ? "border-s-4 border-brick ps-4" : ""}`}
    >
      <legend className="font-semibold">{t("disclosure")}</legend>
      <p className="text-sm text-muted">{t("disclosureHint")}</p>
      <FieldError name="disclosure" error={error} errorWord={errorWord} />
      {only && others.length === 0 ? (
        <p>
          <input type="hidden" name="disclosure" value={only} />
          {t(`${only}Hint`)} <span className="text-muted">{more("onlyChoice")}</span>
        </p>
      ) : (
        offered.map((value) => (
          <Choice
            key={value}
            type="radio"
            name="disclosure"
            value={value}
            label={t(value)}
            hint={t(`${value}Hint`)}
            checked={at === value}
            required
          />
        ))
      )}
    </fieldset>
  );
}
