import type { Became, NotBack } from "@/lib/recipients/became";
import type { Rule } from "./decide";
import { namedBy } from "./rule-shape";

/** A campaign's rules as its history keeps them: in their order, with the names of everybody they speak of by id. */
export type KeptRules = { rules: Rule[]; names: Record<string, string> };

/**
 * Earlier rules as they can be now; pure, so that it can be told beforehand. They name the office that stayed where two are one
 * by now. No rule picks again who is not to be contacted, and one that has nobody left to speak of stays out: without names it
 * would speak of everybody.
 * @param became what became of whom they name, by their ids then; who is left out there was removed
 * @param present the rules as they are: whom one of them picks now, it may pick again
 * @param told a rule in a sentence
 * @returns `notBack`: whom they do not name again, or whose place another one takes, and rules that stay out
 */
export function returningRules(
  { rules, names }: KeptRules,
  became: Map<string, Became>,
  present: Rule[],
  told: (rule: Rule, names: Record<string, string>) => string,
): { rules: Rule[]; notBack: NotBack[] } {
  const picked = new Set(present.filter(picks).flatMap(namedBy));
  const notBack = new Map<string, NotBack>();
  const nowOf = (rule: Rule) => (id: string) => {
    const now = became.get(id);
    const name = names[id] ?? id;
    if (!now) notBack.set(id, { name, why: "gone" });
    else if (now.doNotContact && picks(rule) && !picked.has(now.id)) notBack.set(id, { name, why: "do-not-contact" });
    else {
      if (now.id !== id && !notBack.has(id)) notBack.set(id, { name, why: "merged", into: now.name });
      return [now.id];
    }
    return [];
  };
  const out: NotBack[] = [];
  const back = rules.flatMap((rule) => {
    const recipients = [...new Set(rule.recipients.flatMap(nowOf(rule)))];
    const [fallback = null] = rule.fallback ? nowOf(rule)(rule.fallback) : [];
    if (rule.recipients.length === 0 || recipients.length > 0) return [{ ...rule, recipients, fallback }];
    out.push({ name: told(rule, names), why: "rule" });
    return [];
  });
  return { rules: back, notBack: [...notBack.values(), ...out] };
}

/** Whether a rule leads to whom it names. */
function picks({ kind }: Rule): boolean {
  return kind !== "exclude" && kind !== "at_most";
}
