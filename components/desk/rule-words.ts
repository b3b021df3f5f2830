import { useTranslations } from "next-intl";
import type { Rule } from "@/lib/routing/decide";
import { ruleWords } from "@/lib/routing/schema";

/** A rule in a sentence. @param names of recipients by id and of countries by code */
export function useRuleWords(names: Record<string, string>): (rule: Rule) => string {
  return ruleWords(useTranslations("desk.routing.words"), names);
}
