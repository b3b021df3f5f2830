import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { draftSchema } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";
import { type Expected, misses } from "@/tests/lib/importing/misses";

const folder = "tests/fixtures/appeals";
const names = globSync(`${folder}/*.expected.json`)
  .map((file) => basename(file, ".expected.json"))
  .toSorted();

test.each(names)("%s", (name) => {
  const text = readFileSync(`${folder}/${name}.txt`, "utf8");
  const expected = JSON.parse(readFileSync(`${folder}/${name}.expected.json`, "utf8")) as Expected;
  const draft = understand(toLines(text), null, "2026-11-27");
  expect(misses(draft, expected)).toEqual([]);
  expect(draftSchema.parse(draft)).toEqual(draft);
});
