import { globSync, readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";
import words from "@/messages/en/desk-importing.json";

const warnings = globSync("tests/fixtures/appeals/*.txt").flatMap(
  (file) => understand(toLines(readFileSync(file, "utf8")), null, "2026-11-27").warnings,
);

test("every warning of the fixtures has words, and says all of its values", () => {
  const failed: string[] = [];
  const t = createTranslator({
    locale: "en",
    messages: words,
    namespace: "importing.warnings",
    onError: (error) => failed.push(error.message),
  });
  const say = t as unknown as (key: string, values: Record<string, string>) => string;
  for (const { code, values } of warnings) say(code, values);
  expect(failed).toEqual([]);
});

// Where warnings are made: `warning("code"`, `code: "code"`, and the fields of our own format that become one.
const sources = globSync("lib/importing/{recognise,appeal-text}/**/*.ts").map((file) => readFileSync(file, "utf8"));
const codes = sources.flatMap((text) => [
  ...[...text.matchAll(/(?:warning\(|code: )\s*"([a-z-]+)"/g)].map(([, code]) => code ?? ""),
  ...[...text.matchAll(/"(appeal-[a-z-]+)"/g)].map(([, code]) => code ?? ""),
]);

test("every word is of a warning that exists", () => {
  expect(Object.keys(words.importing.warnings).filter((code) => !codes.includes(code))).toEqual([]);
});

test("every warning in the code has words", () => {
  expect(codes.filter((code) => !(code in words.importing.warnings))).toEqual([]);
  expect(codes.length).toBeGreaterThan(25);
  expect(codes).toEqual(expect.arrayContaining(["appeal-status", "appeal-passing-on", "no-person"]));
});

test.each([
  ["Write to the Minister of Internal Affairs.", false],
  ["The party's internal debate goes on.", false],
  ["For internal use only.", true],
  ["Not for publication.", true],
])("%s is of a closed circle: %s", (text, closed) => {
  const codesOf = understand(toLines(text), null).warnings.map(({ code }) => code);
  expect(codesOf.includes("closed-list")).toBe(closed);
});
