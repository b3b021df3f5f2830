import { createTranslator } from "use-intl/core";
import { countryName } from "@/lib/format";
import { loadMessages } from "@/lib/messages";
import type { Rule } from "./decide";
import { ruleWords } from "./schema";

const locale = "en";

const list = new Intl.ListFormat(locale);

/** A rule in a sentence, as the desk shows it, with everybody it names. @param names of recipients by id */
export function tellRule(rule: Rule, names: Record<string, string>): string {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: "desk.routing.words" });
  const codes = [...rule.countries, rule.represents ?? ""];
  const countries = Object.fromEntries(codes.map((code) => [code, countryName(code, locale)]));
  const words = ruleWords(t, { ...names, ...countries })(rule);
  if (rule.kind !== "own_government") return words;
  return `${words}: ${list.format(rule.recipients.map((id) => names[id] ?? id))}`;
}
