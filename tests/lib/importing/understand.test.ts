import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { readDocument } from "@/lib/importing/read-document";
import { draftSchema } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";
import { type Expected, misses } from "@/tests/lib/importing/misses";

const folder = "tests/fixtures/appeals";
const files = globSync(`${folder}/*.{txt,eml,html}`)
  .map((file) => basename(file))
  .toSorted();

test.each(files)("%s", async (file) => {
  const name = file.replace(/\.\w+$/, "");
  const { text, headers } = await readDocument(readFileSync(`${folder}/${file}`), { name: file });
  const expected = JSON.parse(readFileSync(`${folder}/${name}.expected.json`, "utf8")) as Expected;
  const draft = understand(toLines(text), headers, "2026-11-27");
  expect(misses(draft, expected)).toEqual([]);
  expect(draftSchema.parse(draft)).toEqual(draft);
});
