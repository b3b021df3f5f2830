import type { RecipientView } from "@/lib/campaigns/view";
import { countryName } from "@/lib/format";
import type { Reason, Rule } from "./decide";

/** A rule as a reader sees it: with names for countries, and the recipients that everybody may know of. */
export type RuleView = Pick<Rule, "id" | "kind" | "most"> & {
  recipients: RecipientView[];
  fallback: RecipientView | null;
  countries: string[];
  represents: string;
};

/** Why somebody is written to: a key of `site.routing.reasons` and the names it is filled with. */
export type ReasonView = {
  kind: Exclude<Reason["kind"], "attached">;
  words: { country: string; represents: string; host: string };
};

/** The rules of an appeal in its reader's language. @param attached the recipients of the appeal */
export function ruleViews(rules: Rule[], attached: RecipientView[], language: string): RuleView[] {
  const name = (code: string) => countryName(code, language);
  return rules.map(({ id, kind, most, recipients, fallback, countries, represents }) => ({
    id,
    kind,
    most,
    recipients:
      kind === "everyone" && recipients.length === 0
        ? attached.filter(({ role }) => role === "to")
        : recipients.flatMap((one) => attached.find((recipient) => recipient.id === one) ?? []),
    fallback: attached.find((recipient) => recipient.id === fallback) ?? null,
    countries: countries.map(name),
    represents: name(represents ?? ""),
  }));
}

/** Nothing where a campaign has no rules: then everybody writes to all, and there is nothing to explain. */
export function reasonView(
  { kind, represents = "", host = "" }: Reason,
  from: string,
  language: string,
): ReasonView | null {
  if (kind === "attached") return null;
  const name = (code: string) => countryName(code, language);
  return { kind, words: { country: name(from), represents: name(represents), host: name(host) } };
}
