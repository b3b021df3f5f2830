import type { RuleView } from "@/lib/routing/view";
import { translateSite } from "./translate-site";
import type { AppealView, RecipientView } from "./view";

/** Who writes to whom, a sentence for each rule that says more than "everybody"; none where everybody writes to all. */
export function textRules({ rules }: Pick<AppealView, "rules">, language: string): string[] {
  const t = translateSite(language);
  const limits = rules.flatMap(({ most }) => most ?? []);
  const sentences = rules.flatMap((rule) => sentencesOf(rule, language));
  return limits.length > 0 ? [...sentences, t("routing.atMost", { most: Math.min(...limits) })] : sentences;
}

function sentencesOf(rule: RuleView, language: string): string[] {
  const t = translateSite(language);
  const { kind, recipients, fallback, represents } = rule;
  const countries = new Intl.ListFormat(language, { type: "disjunction" }).format(rule.countries);
  if (kind === "own_government") return [`${t("routing.ownGovernment")}: ${t("routing.ownGovernmentHint")}`];
  if (kind === "countries") return recipients.map((one) => `${nameOf(one)}: ${t("routing.onlyFrom", { countries })}`);
  if (kind === "embassy") {
    const other = fallback
      ? t.markup("routing.embassyElse", { office: () => nameOf(fallback) })
      : t("routing.embassyOnly");
    return [`${t("routing.embassyOf", { represents })}, ${other}`];
  }
  if (kind !== "exclude" || rule.countries.length === 0) return [];
  return recipients.map((one) => t.markup("routing.notFrom", { countries, office: () => nameOf(one) }));
}

function nameOf({ short, holder }: RecipientView): string {
  return holder ? `${short} (${holder})` : short;
}
