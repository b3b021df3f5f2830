import { expect, test } from "vitest";
import { stepOf, stepStates } from "@/lib/campaigns/steps";

test("each finding belongs to the step in which it is mended, and all of them to the last", () => {
  const findings = [
    { code: "text-missing", room: "page", weight: "blocks" },
    { code: "picture-alt-missing", room: "picture", weight: "advice" },
    { code: "letter-language-missing", room: "letter", weight: "advice" },
    { code: "permission-missing", room: "settings", weight: "blocks" },
    { code: "name-consent-missing", room: "case", weight: "blocks" },
    { code: "deadline-past", room: "settings", weight: "blocks" },
  ] as const;
  expect(findings.map(stepOf)).toEqual(["page", "page", "letters", "consent", "consent", "case"]);
  expect(stepStates([...findings])).toEqual([
    { step: "case", missing: 1, better: 0 },
    { step: "recipients", missing: 0, better: 0 },
    { step: "letters", missing: 0, better: 1 },
    { step: "page", missing: 1, better: 1 },
    { step: "consent", missing: 2, better: 0 },
    { step: "review", missing: 4, better: 2 },
  ]);
});
