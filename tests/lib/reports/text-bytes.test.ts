import { expect, test } from "vitest";
import { textBytes } from "@/lib/reports/text-bytes";

test("gathers texts as UTF-8 in order, whatever their length, in few pieces", () => {
  const texts = [
    "",
    "a",
    "김철수\r\n",
    "👩‍🏫".repeat(3000),
    "x".repeat(500_000),
    "é",
    ...Array.from({ length: 5000 }, String),
  ];
  const bytes = textBytes();
  for (const text of texts) bytes.add(text);
  const pieces = bytes.end();
  expect(Buffer.concat(pieces).toString()).toBe(texts.join(""));
  expect(pieces.length).toBeLessThan(8);
});

test("of nothing are no pieces", () => expect(textBytes().end()).toEqual([]));
