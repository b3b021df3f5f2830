import { expect, test } from "vitest";
import { isPaired, pairParagraphs } from "@/lib/letters/pair-paragraphs";

test("paragraphs stand beside each other one by one", () => {
  const [text, reading] = ["一\n二\n\n三", "하나\r\n\r\n셋\n"];
  expect(isPaired(text, reading)).toBe(true);
  expect(pairParagraphs(text, reading)).toEqual([
    { text: "一\n二", reading: "하나" },
    { text: "三", reading: "셋" },
  ]);
});

test("texts that are divided otherwise stand whole", () => {
  const [text, reading] = ["一\n\n二", "하나"];
  expect(isPaired(text, reading)).toBe(false);
  expect(pairParagraphs(text, reading)).toEqual([{ text, reading }]);
});

test("nothing beside nothing is nothing", () => expect(pairParagraphs("", " \n ")).toEqual([]));
