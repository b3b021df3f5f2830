import { describe, expect, test } from "vitest";
import { findPlaceholders, withoutPlaceholder } from "@/components/received/placeholders";

describe("placeholders of a letter", () => {
  test.each([
    ["[Your name]", "name"],
    ["[이름]", "name"],
    ["【姓名】", "name"],
    ["[الاسم]", "name"],
    ["<votre nom>", "name"],
    ["(your name)", "name"],
    ["[country]", "country"],
    ["［국가］", "country"],
    ["[signature]", null],
    ["[날짜]", null],
    ["______", null],
  ])("%s is one", (text, field) => {
    expect(findPlaceholders(`Yours sincerely,\n${text}\n`)).toEqual([{ text, field }]);
  });

  test.each([
    "I ask that he is freed [sic].",
    "He was named (the country's first) in 2019.",
    "See <https://example.org/name> or <name@example.org>.",
    "Article 14 [1] and __two__ signs.",
    "They took his name (and his land) away.",
  ])("%s has none", (text) => {
    expect(findPlaceholders(text)).toEqual([]);
  });

  test("each is told once, in its order", () => {
    expect(findPlaceholders("I, [name], of [country], [name]").map(({ text }) => text)).toEqual([
      "[name]",
      "[country]",
    ]);
  });

  test("go with the line that held nothing else, and leave the words beside them", () => {
    expect(withoutPlaceholder("I ask you.\n\nSincerely,\n[Your name],\n", "[Your name]")).toBe(
      "I ask you.\n\nSincerely,",
    );
    expect(withoutPlaceholder("I, [name], ask you.", "[name]")).toBe("I, , ask you.");
  });
});
