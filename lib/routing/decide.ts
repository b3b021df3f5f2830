import type { RecipientRole, RuleKind } from "@/lib/generated/prisma/enums";

/** One rule of a campaign; recipients are ids. Countries are ISO 3166-1 alpha-2. */
export type Rule = {
  id: string;
  kind: RuleKind;
  /** Of signers; empty where it is for all. */
  countries: string[];
  represents: string | null;
  fallback: string | null;
  most: number | null;
  recipients: string[];
};

/** Somebody a letter could go to; `role` is theirs in the campaign, null for one the campaign has only by a rule. */
export type Candidate = { id: string; country: string; sample: boolean; role: RecipientRole | null };

export type EmbassyEntry = { recipient: string; represents: string; host: string; coversAlso: string[] };

/** Everything a decision is made from. A `real` campaign never writes to a sample. */
export type Routing = { rules: Rule[]; recipients: Candidate[]; embassies: EmbassyEntry[]; real: boolean };

/** Why somebody is written to. `country` is whose embassy, or the host it is accredited from. */
export type Reason = {
  kind: "attached" | "everyone" | "country" | "embassy" | "accredited" | "fallback" | "own-government" | "copy";
  represents?: string;
  host?: string;
};

export type Picked = { recipient: string; role: RecipientRole; reason: Reason; rule: string | null };

/** Why somebody who could be written to is not. */
export type LeftOut = {
  recipient: string;
  why: "excluded" | "at-most" | "sample" | "no-rule" | "nobody";
  rule: string | null;
};

export type Decision = {
  picked: Picked[];
  left: LeftOut[];
  /** Whose embassy is to be written to, where there is none for the signer's country and nobody instead. */
  unmet: string[];
};

/**
 * Who a signer in `country` writes to, in order, and why; pure, so that it can be told beforehand. Rules that pick are gone
 * through in their order, and the first that picks somebody is the reason. What excludes and what limits counts for all of
 * them, wherever it stands: nobody excluded is written to, and never more than the smallest limit. An embassy that is
 * excluded counts as none, so that the fall-back steps in. Copies are not limited, but go only where somebody is written to.
 */
export function decide(routing: Routing, country: string): Decision {
  const { rules, recipients } = routing;
  const banned = bannedBy(routing, country);
  const usable = new Map(recipients.filter(({ id }) => !banned.has(id)).map((one) => [one.id, one]));
  const wanted = rules.length === 0 ? everyAttached(recipients, "attached", null) : wantedBy(routing, country, usable);
  const written = firstOfEach(wanted.filter(({ recipient }) => usable.has(recipient)));
  const limit = smallestLimit(rules);
  const to = written.slice(0, limit?.most ?? undefined);
  const copies = to.length > 0 ? copiesBeside(to, usable) : [];
  const picked = [...to, ...copies];
  const left = leftOut({ picked, cut: written.slice(to.length), limit, banned }, recipients);
  return { picked, left, unmet: unmetBy(routing, country, usable) };
}

function wantedBy(routing: Routing, country: string, usable: Map<string, Candidate>): Picked[] {
  return rulesFor(routing, country).flatMap((rule) => pickersOf[rule.kind]({ routing, rule, country, usable }));
}

function rulesFor({ rules }: Routing, country: string): Rule[] {
  return rules.filter(({ countries }) => countries.length === 0 || countries.includes(country));
}

function unmetBy(routing: Routing, country: string, usable: Map<string, Candidate>): string[] {
  const without = rulesFor(routing, country).filter(
    (rule) => rule.kind === "embassy" && pickEmbassy({ routing, rule, country, usable }).length === 0,
  );
  return [...new Set(without.flatMap(({ represents }) => represents ?? []))];
}

type Asked = { routing: Routing; rule: Rule; country: string; usable: Map<string, Candidate> };

const pickersOf: Record<RuleKind, (asked: Asked) => Picked[]> = {
  everyone: ({ routing, rule }) =>
    rule.recipients.length === 0
      ? everyAttached(routing.recipients, "everyone", rule.id)
      : attachedOf(rule, routing.recipients).map((id) => letterTo(id, { kind: "everyone" }, rule.id)),
  countries: ({ routing, rule }) =>
    attachedOf(rule, routing.recipients).map((id) => letterTo(id, { kind: "country" }, rule.id)),
  embassy: pickEmbassy,
  own_government: ({ rule, country, usable }) =>
    rule.recipients
      .filter((id) => usable.get(id)?.country === country)
      .map((id) => letterTo(id, { kind: "own-government" }, rule.id)),
  at_most: () => [],
  exclude: () => [],
};

/** The resident embassy, else the accredited one whose host comes first by its code, else the fall-back. */
function pickEmbassy({ routing, rule, country, usable }: Asked): Picked[] {
  const represents = rule.represents ?? "";
  const theirs = routing.embassies
    .filter((one) => one.represents === represents && usable.has(one.recipient))
    .toSorted((one, other) => (one.host < other.host ? -1 : 1));
  const resident = theirs.find(({ host }) => host === country);
  if (resident) return [letterTo(resident.recipient, { kind: "embassy", represents, host: country }, rule.id)];
  const accredited = theirs.find(({ coversAlso }) => coversAlso.includes(country));
  if (accredited) {
    return [letterTo(accredited.recipient, { kind: "accredited", represents, host: accredited.host }, rule.id)];
  }
  return rule.fallback ? [letterTo(rule.fallback, { kind: "fallback", represents }, rule.id)] : [];
}

/** Those of a rule who still belong to the campaign: who was taken out of it is not written to. */
function attachedOf(rule: Rule, recipients: Candidate[]): string[] {
  const attached = new Set(recipients.filter(({ role }) => role !== null).map(({ id }) => id));
  return rule.recipients.filter((id) => attached.has(id));
}

function everyAttached(recipients: Candidate[], kind: "attached" | "everyone", rule: string | null): Picked[] {
  return recipients.filter(({ role }) => role === "to").map(({ id }) => letterTo(id, { kind }, rule));
}

function letterTo(recipient: string, reason: Reason, rule: string | null): Picked {
  return { recipient, role: "to", reason, rule };
}

function copiesBeside(written: Picked[], usable: Map<string, Candidate>): Picked[] {
  return [...usable.values()]
    .filter(({ id, role }) => role === "copy" && !written.some(({ recipient }) => recipient === id))
    .map(({ id }) => ({ recipient: id, role: "copy", reason: { kind: "copy" }, rule: null }));
}

function firstOfEach(wanted: Picked[]): Picked[] {
  return [...new Map(wanted.toReversed().map((one) => [one.recipient, one])).values()].toSorted(
    (one, other) => wanted.indexOf(one) - wanted.indexOf(other),
  );
}

type Ban = Pick<LeftOut, "why" | "rule">;

function bannedBy({ rules, recipients, real }: Routing, country: string): Map<string, Ban> {
  const samples = recipients.filter(({ sample }) => real && sample);
  const excluding = rules.filter(
    ({ kind, countries }) => kind === "exclude" && (countries.length === 0 || countries.includes(country)),
  );
  return new Map<string, Ban>([
    ...excluding.flatMap(({ id: rule, recipients: out }) =>
      out.map((id): [string, Ban] => [id, { why: "excluded", rule }]),
    ),
    ...samples.map(({ id }): [string, Ban] => [id, { why: "sample", rule: null }]),
  ]);
}

function smallestLimit(rules: Rule[]): Rule | undefined {
  return rules
    .filter(({ most }) => most !== null)
    .toSorted((one, other) => (one.most ?? 0) - (other.most ?? 0))
    .at(0);
}

type Sorted = { picked: Picked[]; cut: Picked[]; limit: Rule | undefined; banned: Map<string, Ban> };

function leftOut({ picked, cut, limit, banned }: Sorted, recipients: Candidate[]): LeftOut[] {
  return recipients
    .filter(({ id }) => !picked.some(({ recipient }) => recipient === id))
    .map(({ id, role }) => {
      const ban = banned.get(id);
      if (ban) return { recipient: id, ...ban };
      const over = cut.some(({ recipient }) => recipient === id);
      if (over) return { recipient: id, why: "at-most", rule: limit?.id ?? null };
      return { recipient: id, why: role === "copy" ? "nobody" : "no-rule", rule: null };
    });
}
