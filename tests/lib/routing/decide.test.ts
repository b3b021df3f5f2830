import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, decide, type EmbassyEntry, type Routing, type Rule } from "@/lib/routing/decide";

const attached = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  country: "CN",
  sample: false,
  role: "to",
  ...more,
});
const rule = (kind: Rule["kind"], more: Partial<Rule> = {}): Rule => ({
  id: kind,
  kind,
  countries: [],
  represents: kind === "embassy" ? "CN" : null,
  fallback: null,
  most: null,
  recipients: [],
  ...more,
});

const minister = attached("minister");
const police = attached("police");
const press = attached("press", { role: "copy" });
const seoul = attached("seoul", { role: null });
const tokyo = attached("tokyo", { role: null });
const korea = attached("korea", { role: null, country: "KR" });
const embassies: EmbassyEntry[] = [
  { recipient: "seoul", represents: "CN", host: "KR", coversAlso: ["MN"] },
  { recipient: "tokyo", represents: "CN", host: "JP", coversAlso: ["MN", "PW"] },
];
const world = (rules: Rule[], more: Partial<Routing> = {}): Routing => ({
  rules,
  recipients: [minister, police, press, seoul, tokyo, korea],
  embassies,
  real: true,
  ...more,
});
const embassyElse = rule("embassy", { fallback: "minister" });

/** As `recipient reason` in order. */
function shown(routing: Routing, country: string): string[] {
  return decide(routing, country).picked.map(({ recipient, reason }) => `${recipient} ${reason.kind}`);
}

describe("one rule after another", () => {
  const table: [string, Rule[], string, string[]][] = [
    ["no rules: everybody attached", [], "KR", ["minister attached", "police attached", "press copy"]],
    ["everyone", [rule("everyone")], "KR", ["minister everyone", "police everyone", "press copy"]],
    ["some of them", [rule("everyone", { recipients: ["police"] })], "KR", ["police everyone", "press copy"]],
    [
      "a country in the list",
      [rule("countries", { countries: ["KR"], recipients: ["police"] })],
      "KR",
      ["police country", "press copy"],
    ],
    ["a country that is not", [rule("countries", { countries: ["KR"], recipients: ["police"] })], "FR", []],
    ["the resident embassy", [embassyElse], "KR", ["seoul embassy", "press copy"]],
    ["the accredited one, first by host", [embassyElse], "MN", ["tokyo accredited", "press copy"]],
    ["no embassy: the fall-back", [embassyElse], "FR", ["minister fallback", "press copy"]],
    ["no embassy and no fall-back", [rule("embassy")], "FR", []],
    ["no embassy at home", [embassyElse], "CN", ["minister fallback", "press copy"]],
    [
      "an excluded embassy counts as none",
      [embassyElse, rule("exclude", { recipients: ["seoul"], countries: ["KR"] })],
      "KR",
      ["minister fallback", "press copy"],
    ],
    [
      "excluded elsewhere only",
      [embassyElse, rule("exclude", { recipients: ["seoul"], countries: ["FR"] })],
      "KR",
      ["seoul embassy", "press copy"],
    ],
    [
      "the own government",
      [rule("own_government", { recipients: ["korea", "minister"] })],
      "KR",
      ["korea own-government", "press copy"],
    ],
    [
      "the first rule is the reason",
      [embassyElse, rule("everyone")],
      "FR",
      ["minister fallback", "police everyone", "press copy"],
    ],
    [
      "at most one, wherever it stands",
      [rule("at_most", { most: 1 }), embassyElse, rule("everyone")],
      "KR",
      ["seoul embassy", "press copy"],
    ],
    ["who was taken out is not written to", [rule("everyone", { recipients: ["gone", "korea"] })], "KR", []],
    ["everybody excluded", [rule("everyone"), rule("exclude", { recipients: ["minister", "police"] })], "KR", []],
  ];
  test.each(table)("%s", (_name, rules, country, wanted) => {
    expect(shown(world(rules), country)).toEqual(wanted);
  });

  test("a sample is never written to for real, and is for an example", () => {
    const recipients = [minister, { ...seoul, sample: true }];
    expect(shown(world([embassyElse], { recipients }), "KR")).toEqual(["minister fallback"]);
    expect(shown(world([embassyElse], { recipients, real: false }), "KR")).toEqual(["seoul embassy"]);
    expect(decide(world([embassyElse], { recipients }), "KR").left).toEqual([
      { recipient: "seoul", why: "sample", rule: null },
    ]);
  });

  test("it is told who is left out, and by which rule", () => {
    const rules = [rule("everyone"), rule("at_most", { most: 1 }), rule("exclude", { recipients: ["press"] })];
    expect(decide(world(rules), "KR").left).toEqual([
      { recipient: "police", why: "at-most", rule: "at_most" },
      { recipient: "press", why: "excluded", rule: "exclude" },
      ...["seoul", "tokyo", "korea"].map((recipient) => ({ recipient, why: "no-rule", rule: null })),
    ]);
  });
});

const unmet = (rules: Rule[], country: string) => decide(world(rules), country).unmet;

test("an embassy that is nowhere, and nobody in its place, is told", () => {
  const embassy = rule("embassy");
  expect(unmet([rule("everyone"), embassy], "FR")).toEqual(["CN"]);
  expect(unmet([embassy, embassy, rule("embassy", { represents: "RU" })], "FR")).toEqual(["CN", "RU"]);
  expect(unmet([embassy], "KR")).toEqual([]);
  expect(unmet([embassyElse], "FR")).toEqual([]);
  expect(unmet([rule("embassy", { countries: ["KR"] })], "FR")).toEqual([]);
  // One that a limit leaves out is there.
  expect(unmet([rule("everyone"), rule("at_most", { most: 1 }), embassy], "KR")).toEqual([]);
});

describe("whatever the rules", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const country = fc.constantFrom("KR", "JP", "MN", "FR");
  const anyRule: fc.Arbitrary<Rule> = fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom<Rule["kind"]>("everyone", "countries", "embassy", "own_government", "at_most", "exclude"),
      countries: fc.uniqueArray(country),
      fallback: fc.option(fc.constantFrom(...ids)),
      most: fc.integer({ min: 1, max: 4 }),
      recipients: fc.uniqueArray(fc.constantFrom(...ids)),
    })
    .map(({ kind, most, ...rest }) => ({
      ...rest,
      kind,
      most: kind === "at_most" ? most : null,
      represents: kind === "embassy" ? "CN" : null,
    }));
  const anyRouting: fc.Arbitrary<Routing> = fc.record({
    rules: fc.array(anyRule, { maxLength: 6 }),
    recipients: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        country,
        sample: fc.boolean(),
        role: fc.constantFrom("to" as const, "copy" as const, null),
      }),
      { selector: ({ id }) => id },
    ),
    embassies: fc.array(
      fc.record({
        recipient: fc.constantFrom(...ids),
        represents: fc.constantFrom("CN", "KP"),
        host: country,
        coversAlso: fc.uniqueArray(country),
      }),
    ),
    real: fc.boolean(),
  });
  const always = (check: (routing: Routing, from: string) => void) =>
    fc.assert(fc.property(anyRouting, country, check), { numRuns: 2000 });

  test("never more than the limit", () => {
    always((routing, from) => {
      const limits = routing.rules.flatMap(({ most }) => most ?? []);
      const to = decide(routing, from).picked.filter(({ role }) => role === "to");
      expect(to.length).toBeLessThanOrEqual(Math.min(Infinity, ...limits));
    });
  });

  test("never an excluded one, nor a sample for real", () => {
    always((routing, from) => {
      const out = routing.rules
        .filter(({ kind, countries }) => kind === "exclude" && (countries.length === 0 || countries.includes(from)))
        .flatMap(({ recipients }) => recipients);
      const samples = routing.recipients.filter(({ sample }) => routing.real && sample).map(({ id }) => id);
      const picked = decide(routing, from).picked.map(({ recipient }) => recipient);
      expect(picked.filter((id) => out.includes(id) || samples.includes(id))).toEqual([]);
    });
  });

  test("nobody twice, nobody who is not there, and everybody either picked or left out", () => {
    always((routing, from) => {
      const { picked, left } = decide(routing, from);
      const told = [...picked, ...left].map(({ recipient }) => recipient).toSorted();
      expect(told).toEqual(routing.recipients.map(({ id }) => id).toSorted());
    });
  });

  test("the same answer every time, in whatever order embassies are read", () => {
    always((routing, from) => {
      const hosts = new Map(routing.embassies.map((one) => [`${one.represents} ${one.host}`, one]));
      const embassiesOnce = [...hosts.values()];
      const answer = decide({ ...routing, embassies: embassiesOnce }, from);
      expect(decide({ ...routing, embassies: embassiesOnce.toReversed() }, from)).toEqual(answer);
    });
  });

  test("who has a usable fall-back is never left without anybody", () => {
    always((routing, from) => {
      const rules = routing.rules.filter(({ kind }) => kind !== "exclude");
      const recipients = [...routing.recipients.filter(({ id }) => id !== "a"), attached("a")];
      const withFallback = { ...routing, rules: [...rules, rule("embassy", { fallback: "a" })], recipients };
      expect(decide(withFallback, from).picked.length).toBeGreaterThan(0);
    });
  });
});
