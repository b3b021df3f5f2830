import { createTranslator } from "use-intl/core";
import { countryName } from "@/lib/format";
import { loadMessages } from "@/lib/messages";
import type { Rule } from "./decide";
import { ruleWords } from "./schema";

const locale = "en";

/** A rule in a sentence, as the desk shows it. @param names of recipients by id */
export function tellRule(rule: Rule, names: Record<string, string>): string {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: "desk.routing.words" });
  const codes = [...rule.countries, rule.represents ?? ""];
  const countries = Object.fromEntries(codes.map((code) => [code, countryName(code, locale)]));
  return ruleWords(t, { ...names, ...countries })(rule);
}
