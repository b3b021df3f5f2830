import { expect, test } from "vitest";
import { bareSubject, findTitle } from "@/lib/importing/recognise/title";
import { scanned } from "@/tests/lib/importing/recognise/scanned";

const titleOf = (text: string, subject: string | null = null) => {
  const lines = scanned(text);
  const headers = subject === null ? null : { from: null, subject, date: null };
  return (
    findTitle(
      lines,
      lines.map(() => "appeal" as const),
      [],
      headers,
    )?.value ?? null
  );
};

test.each([
  ["NIGER: A boatman is held in the harbour", "NIGER: A boatman is held in the harbour"],
  ["NIGER\nA boatman is held at the grey harbour", "A boatman is held at the grey harbour"],
  ["UA 12/31 - Fear for a boatman", "Fear for a boatman"],
  ["URGENT ACTION: BOATMAN HELD IN HARBOUR", "BOATMAN HELD IN HARBOUR"],
  ["Let the boatman go home!", "Let the boatman go home!"],
  ["尼日尔：船夫被拘留", "尼日尔：船夫被拘留"],
])("%s", (text, title) => {
  expect(titleOf(text)).toBe(title);
});

test.each([
  "URGENT ACTION",
  "HARBOUR RIGHTS COMMISSION",
  "PLEASE SEND APPEALS TO:",
  "A boatman is held.",
  "Help! Now! He waits!",
])("%s is none", (text) => {
  expect(titleOf(text)).toBeNull();
});

test("a mail's subject is one, below what the text itself says", () => {
  expect(titleOf("A boatman is held.", "Fwd: [list] The boatman")).toBe("The boatman");
  expect(titleOf("NIGER: A boatman is held in the harbour", "Fwd: The boatman")).toBe(
    "NIGER: A boatman is held in the harbour",
  );
});

test.each([
  ["Fwd: FW: Re: [ua-list] AW: The boatman", "The boatman"],
  ["Regarding: the boatman", "Regarding: the boatman"],
  ["Fwd:", ""],
  [`${"re: ".repeat(9)}x`, "re: x"],
])("%j without what mail programs add: %j", (subject, bare) => {
  expect(bareSubject(subject)).toBe(bare);
});
