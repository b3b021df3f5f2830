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
    ).segments,
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
  expect(
    markLine("> Citizens¡¯ here", [repair("¡¯", "’"), repair("Citizens¡¯", "Citizens’"), quoting], []).segments,
  ).toEqual([{ text: "> " }, { text: "Citizens¡¯", to: "Citizens’" }, { text: " here" }]);
  expect(markLine("plain", [], [])).toEqual({ segments: [{ text: "plain" }], unmarked: false, left: 0 });
});

test("a line of 181 kB with 300 kinds of marks is shown at once, and says what is not shown of it", () => {
  const words = Array.from({ length: 300 }, (_, at) => `caf?${at}x`);
  const line = `${words.join(" ")} `.repeat(90).slice(0, 181_000);
  const losses = words.map((text) => ({ text, lines: [1] }));
  const repairs = words.map((_, at) => repair(`¡¯${at}`, `’${at}`));
  const began = performance.now();
  const { segments, unmarked, left } = markLine(line, repairs, losses);
  expect(performance.now() - began).toBeLessThan(100);
  const shown = segments.map(({ text }) => text).join("");
  expect(line.startsWith(shown)).toBe(true);
  expect({ unmarked, whole: shown.length + left }).toEqual({ unmarked: true, whole: line.length });
  expect(segments.filter(({ lost }) => lost).length).toBeLessThanOrEqual(200);
});

test("one mark that fills a line is marked some two hundred times", () => {
  const { segments, unmarked, left } = markLine("?".repeat(9000), [], [{ text: "?", lines: [1] }]);
  expect(segments).toHaveLength(201);
  expect({ unmarked, left }).toEqual({ unmarked: true, left: 0 });
});

test("numbers of lines are told as runs", () => {
  expect([runsOf([3, 4, 5, 9]), runsOf([7]), runsOf([2, 1, 2])]).toEqual(["3–5, 9", "7", "1–2"]);
});
