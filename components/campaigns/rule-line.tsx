import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RuleView } from "@/lib/routing/view";
import { RecipientName } from "./recipient-name";

/** What a rule means for its reader: one line for each it may send a letter to, none for what only limits. */
export function RuleLine({ rule, locale }: { rule: RuleView; locale: string }) {
  const t = useTranslations("site.routing");
  const { kind, recipients, fallback, represents } = rule;
  const countries = new Intl.ListFormat(locale, { type: "disjunction" }).format(rule.countries);
  if (kind === "embassy") {
    const office = () => fallback && <RecipientName {...fallback} />;
    return (
      <Line what={t("embassyOf", { represents })}>
        {fallback ? t.rich("embassyElse", { office }) : t("embassyOnly")}
      </Line>
    );
  }
  if (kind === "own_government") return <Line what={t("ownGovernment")}>{t("ownGovernmentHint")}</Line>;
  if (kind === "countries") {
    return recipients.map((one) => (
      <li key={one.id} className="py-2.5">
        <p>
          <RecipientName {...one} />
        </p>
        <p className="text-sm text-muted">{t("onlyFrom", { countries })}</p>
      </li>
    ));
  }
  if (kind !== "exclude" || rule.countries.length === 0) return null;
  return recipients.map((one) => <NotFrom key={one.id} recipient={one} countries={countries} />);
}

function NotFrom({ recipient, countries }: { recipient: RuleView["recipients"][number]; countries: string }) {
  const t = useTranslations("site.routing");
  const office = () => <RecipientName {...recipient} />;
  return <li className="py-2.5 text-sm text-muted">{t.rich("notFrom", { countries, office })}</li>;
}

function Line({ what, children }: { what: string; children: ReactNode }) {
  return (
    <li className="py-2.5">
      <p className="font-semibold">{what}</p>
      <p className="text-sm text-muted">{children}</p>
    </li>
  );
}
