import { listCountries } from "@/lib/format";
import { decide, type Routing } from "./decide";

/** What is worth a look in a campaign's rules; `number` is the rule's place, from 1. */
export type RuleWarning = {
  code: "no-fallback" | "no-embassies" | "not-attached";
  number: number;
};

/** Countries from which nobody would be written to, by their English names' order. */
export function listUncovered(routing: Routing): string[] {
  if (routing.rules.length === 0) return [];
  return listCountries("en")
    .map(({ code }) => code)
    .filter((code) => decide(routing, code).picked.length === 0);
}

/** Whether nobody is written to from anywhere. */
export function isEverywhere(countries: string[]): boolean {
  return countries.length === listCountries("en").length;
}

/** What each rule lacks. */
export function listRuleWarnings(routing: Routing): RuleWarning[] {
  const attached = new Set(routing.recipients.flatMap(({ id, role }) => (role === null ? [] : id)));
  const samples = new Set(routing.recipients.flatMap(({ id, sample }) => (routing.real && sample ? id : [])));
  return routing.rules.flatMap(({ kind, represents, fallback, recipients }, index): RuleWarning[] => {
    const number = index + 1;
    const warn = (code: RuleWarning["code"]) => ({ code, number });
    if (kind === "embassy") {
      const theirs = routing.embassies.filter((one) => one.represents === represents && !samples.has(one.recipient));
      const found = theirs.length === 0 ? [warn("no-embassies")] : [];
      if (!fallback) return [...found, warn("no-fallback")];
      return attached.has(fallback) ? found : [...found, warn("not-attached")];
    }
    if (kind !== "everyone" && kind !== "countries") return [];
    return recipients.some((id) => !attached.has(id)) ? [warn("not-attached")] : [];
  });
}
