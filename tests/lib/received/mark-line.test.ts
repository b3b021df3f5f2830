import { expect, test } from "vitest";
import { markLine } from "@/components/received/mark-line";
import { runsOf } from "@/components/received/runs-of";

const repair = (from: string, to: string) => ({ from, to, lines: [1], reason: "mojibake" as const });

test("a line shows what was repaired and what is lost, in its order and every time", () => {
  expect(
    markLine(
      "his family¡¯s lawyer saw the caf?teria, family¡¯s",
      [repair("family¡¯s", "family’s")],
      [{ text: "caf?teria", lines: [1] }],
    ),
  ).toEqual([
    { text: "his " },
    { text: "family¡¯s", to: "family’s" },
    { text: " lawyer saw the " },
    { text: "caf?teria", lost: true },
    { text: ", " },
    { text: "family¡¯s", to: "family’s" },
  ]);
});

test("of what overlaps the longest is shown, and layout not at all", () => {
  const quoting = { from: "> ", to: "", lines: [1], reason: "quoting" as const };
  expect(markLine("> Citizens¡¯ here", [repair("¡¯", "’"), repair("Citizens¡¯", "Citizens’"), quoting], [])).toEqual([
    { text: "> " },
    { text: "Citizens¡¯", to: "Citizens’" },
    { text: " here" },
  ]);
  expect(markLine("plain", [], [])).toEqual([{ text: "plain" }]);
});

test("numbers of lines are told as runs", () => {
  expect([runsOf([3, 4, 5, 9]), runsOf([7]), runsOf([2, 1, 2])]).toEqual(["3–5, 9", "7", "1–2"]);
});
