import { expect, test } from "vitest";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";

const closingsIn = (text: string) =>
  understand(toLines(text), null, "2026-11-27").warnings.flatMap(({ code, values }) =>
    code === "own-closing" ? [values] : [],
  );

const list = (one: string, other: string) =>
  `Please write to:\n\nMinister of Justice\nmj@example.bo\nClosing: ${one}\n\nGovernor of the Harbour\ngovernor@example.bo\nClosing: ${other}\n`;
const letter = "\nSample letter:\n\nDear Sir,\n\nPlease let him go home to his family.\n\nYours sincerely,\n";

test("a closing of a recipient's own is a task that names it and the one that is kept", () => {
  expect(closingsIn(list("Respectfully yours,", "With high regard,"))).toEqual([
    { recipient: "Governor of the Harbour", closing: "With high regard", kept: "Respectfully yours" },
  ]);
  expect(closingsIn(list("Yours sincerely,", "With high regard,") + letter)).toEqual([
    { recipient: "Governor of the Harbour", closing: "With high regard", kept: "Yours sincerely," },
  ]);
});

test("what all have in common is none", () => {
  expect(closingsIn(list("Yours sincerely,", "yours sincerely") + letter)).toEqual([]);
});
