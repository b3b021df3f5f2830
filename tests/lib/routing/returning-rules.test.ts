import { describe, expect, test } from "vitest";
import type { Rule } from "@/lib/routing/decide";
import { returningRules } from "@/lib/routing/returning-rules";
import { tellRule } from "@/lib/routing/tell-rule";

const rule = (kind: Rule["kind"], more: Partial<Rule> = {}): Rule => ({
  id: kind,
  kind,
  countries: [],
  represents: null,
  fallback: null,
  most: null,
  recipients: [],
  ...more,
});

const names = { minister: "Minister (CN)", police: "Police (CN)", silent: "Palace (CN)", old: "Old office (CN)" };
const became = new Map([
  ["minister", { id: "minister", name: names.minister, doNotContact: false }],
  ["silent", { id: "silent", name: names.silent, doNotContact: true }],
  ["old", { id: "minister", name: names.minister, doNotContact: false }],
]);

function returning(rules: Rule[], present: Rule[] = []) {
  return returningRules({ rules, names }, became, present, tellRule);
}

describe("earlier rules", () => {
  test("come back in their order, naming the office that stayed", () => {
    const limit = rule("at_most", { most: 2 });
    const some = rule("countries", { countries: ["KR"], recipients: ["old", "minister"] });
    expect(returning([limit, some])).toEqual({
      rules: [limit, { ...some, recipients: ["minister"] }],
      notBack: [{ name: names.old, why: "merged", into: names.minister }],
    });
  });

  test("that would have nobody left to name stay out, for they would speak of everybody", () => {
    const { rules, notBack } = returning([rule("everyone", { recipients: ["police", "silent"] }), rule("embassy")]);
    expect(rules.map(({ kind }) => kind)).toEqual(["embassy"]);
    expect(notBack).toEqual([
      { name: names.police, why: "gone" },
      { name: names.silent, why: "do-not-contact" },
      { name: "To Police (CN) and Palace (CN)", why: "rule" },
    ]);
  });

  test("lose a fall-back that is not to be contacted, and go on leaving out whom they left out", () => {
    const embassy = rule("embassy", { represents: "CN", fallback: "silent" });
    const never = rule("exclude", { recipients: ["silent"] });
    expect(returning([embassy, never])).toEqual({
      rules: [{ ...embassy, fallback: null }, never],
      notBack: [{ name: names.silent, why: "do-not-contact" }],
    });
  });

  test("are told with everybody they name", () => {
    const own = rule("own_government", { recipients: ["minister", "police"] });
    expect(tellRule(own, names)).toBe(
      "To the signer’s own government: one of 2 recipients: Minister (CN) and Police (CN)",
    );
  });

  test("pick whom a rule picks now, whatever was said of them since", () => {
    const now = rule("countries", { countries: ["KR"], recipients: ["silent"] });
    const wider = { ...now, countries: ["JP", "KR"] };
    expect(returning([wider], [now])).toEqual({ rules: [wider], notBack: [] });
    expect(returning([wider], [rule("exclude", { recipients: ["silent"] })]).rules).toEqual([]);
  });
});
