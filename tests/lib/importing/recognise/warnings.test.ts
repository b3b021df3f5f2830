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

test("every word is of a warning that exists", () => {
  const sources = globSync("lib/importing/recognise/*.ts").map((file) => readFileSync(file, "utf8"));
  const unknown = Object.keys(words.importing.warnings).filter(
    (code) => !sources.some((text) => text.includes(`"${code}"`)),
  );
  expect(unknown).toEqual([]);
});

test("every warning in the code has words", () => {
  const sources = globSync("lib/importing/recognise/*warnings.ts").map((file) => readFileSync(file, "utf8"));
  const codes = sources.flatMap((text) =>
    [...text.matchAll(/(?:warning\(|code: )"([a-z-]+)"/g)].map(([, code]) => code ?? ""),
  );
  expect(codes.filter((code) => !(code in words.importing.warnings))).toEqual([]);
  expect(codes.length).toBeGreaterThan(15);
});
