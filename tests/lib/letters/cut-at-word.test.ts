import { describe, expect, test } from "vitest";
import { cutAtWord } from "@/lib/letters/cut-at-word";

describe("the beginning of a letter", () => {
  test("stays whole when it is short enough", () => {
    expect(cutAtWord("I ask you.", 10)).toBe("I ask you.");
  });

  test("ends at a word", () => {
    expect(cutAtWord("I ask you to release her", 15)).toBe("I ask you to …");
    expect(cutAtWord("I ask you to release her", 20)).toBe("I ask you to release …");
  });

  test("ends at a word where no spaces stand between words", () => {
    expect(cutAtWord("我请求你释放她", 5)).toMatch(/^我请求你? …$/);
  });

  test("is cut by characters where the first word is longer than all that is shown", () => {
    expect(cutAtWord("𝒜".repeat(500), 240)).toBe(`${"𝒜".repeat(240)} …`);
  });
});
