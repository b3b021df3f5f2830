import { useTranslations } from "next-intl";
import type { DeskPerson } from "@/lib/cases/queries";
import { scopes } from "@/lib/cases/schema";

/** What a person's active consents cover, in words; that there is none, if there is none. */
export function Scopes({ consents }: Pick<DeskPerson, "consents">) {
  const t = useTranslations("desk.consents");
  const active = consents.filter(({ withdrawnAt }) => !withdrawnAt);
  const covered = scopes.filter((scope) => active.some((consent) => consent.scopes.includes(scope)));
  return (
    <p className="flex items-baseline gap-2">
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${covered.length > 0 ? "bg-moss" : "border-[1.5px] border-amber"}`}
      />
      {covered.length > 0 ? covered.map((scope) => t(`scopes.${scope}`)).join(" · ") : t("none")}
    </p>
  );
}
