import { expect, test } from "vitest";
import { sampleSigner } from "@/lib/letters/sample-signer";
import { locales } from "@/lib/locales";

test("the invented signer writes in the letter's language, or adds no words of their own", () => {
  const words = locales.map((locale) => sampleSigner(locale).ownWords);
  expect(new Set(words).size).toBe(locales.length);
  expect(words).not.toContain("");
  expect(sampleSigner("zh-Hans").ownWords).toBe(sampleSigner("zh").ownWords);
  expect(sampleSigner("hu")).toEqual({ ...sampleSigner("en"), ownWords: "" });
});
