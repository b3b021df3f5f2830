import { expect, test } from "vitest";
import { nextStep, type Step, stepOf, stepStates, steps } from "@/lib/campaigns/steps";

test("each finding belongs to the step in which it is mended, and all of them to the last", () => {
  const findings = [
    { code: "text-missing", room: "page", weight: "blocks" },
    { code: "picture-alt-missing", room: "picture", weight: "advice" },
    { code: "letter-language-missing", room: "letter", weight: "advice" },
    { code: "permission-missing", room: "settings", weight: "blocks" },
    { code: "name-consent-missing", room: "case", weight: "blocks" },
    { code: "deadline-past", room: "settings", weight: "blocks" },
  ] as const;
  expect(findings.map(stepOf)).toEqual(["page", "page", "letters", "case", "consent", "case"]);
  expect(stepStates([...findings])).toEqual([
    { step: "case", missing: 2, better: 0 },
    { step: "recipients", missing: 0, better: 0 },
    { step: "letters", missing: 0, better: 1 },
    { step: "page", missing: 1, better: 1 },
    { step: "consent", missing: 1, better: 0 },
    { step: "review", missing: 4, better: 2 },
  ]);
});

/** Where the way leads to from a step while something is missing in some of them. */
function from(here: Step, missing: Step[]): Step | undefined {
  const states = steps.map((step) => ({ step, missing: missing.includes(step) ? 1 : 0, better: 1 }));
  return nextStep(states, here)?.step;
}

test("the way on leads to what is missing, round to what was left out, and then to the end", () => {
  expect(from("page", ["recipients", "letters", "page", "consent", "review"])).toBe("consent");
  expect(from("consent", ["recipients", "letters", "review"])).toBe("recipients");
  expect(from("recipients", ["letters", "review"])).toBe("letters");
  expect(from("letters", ["letters", "review"])).toBe("review");
  expect(from("case", [])).toBe("review");
  expect(from("review", ["page", "review"])).toBe("page");
  expect(from("review", [])).toBeUndefined();
  expect(nextStep([{ step: "letters", missing: 0, better: 0 }], "letters")).toBeNull();
});
