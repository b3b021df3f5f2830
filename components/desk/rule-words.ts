import { useTranslations } from "next-intl";
import type { Rule } from "@/lib/routing/decide";

const list = new Intl.ListFormat("en");

/** A rule in a sentence. @param names of recipients by id and of countries by code */
export function useRuleWords(names: Record<string, string>): (rule: Rule) => string {
  const t = useTranslations("desk.routing.words");
  const named = (keys: string[]) => list.format(keys.flatMap((key) => names[key] ?? [])) || t("nobody");
  return ({ kind, countries, represents, fallback, most, recipients }) => {
    if (kind === "at_most") return t("at_most", { most: most ?? 0 });
    if (kind === "own_government") return t("own_government", { count: recipients.length });
    if (kind === "everyone")
      return recipients.length > 0 ? t("some", { recipients: named(recipients) }) : t("everyone");
    if (kind === "embassy") {
      const words = { represents: named([represents ?? ""]), fallback: named([fallback ?? ""]) };
      return fallback ? t("embassy", words) : t("embassyOnly", words);
    }
    const words = { countries: named(countries), recipients: named(recipients) };
    if (kind === "countries") return t("countries", words);
    return countries.length > 0 ? t("excludeFrom", words) : t("exclude", words);
  };
}
