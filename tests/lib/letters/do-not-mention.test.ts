import { describe, expect, test } from "vitest";
import { findMentioned } from "@/lib/letters/do-not-mention";

describe("what must not be mentioned is found", () => {
  test.each([
    ["as it is", "I met Anna Witness there.", "Anna Witness"],
    ["in another case", "ANNA WITNESS", "Anna Witness"],
    ["without accents", "Señor Muñoz", "Munoz"],
    ["with accents added", "Mûñöz", "Munoz"],
    ["over a line break", "Anna\n Witness", "Anna Witness"],
    ["over a no-break space", "Anna\u00a0Witness", "Anna Witness"],
    ["with a hyphen", "Anna-Witness", "Anna Witness"],
    ["with a zero-width space in it", "Wit\u200bness", "Witness"],
    ["with a soft hyphen in it", "Wit\u00adness", "Witness"],
    ["with a word joiner and a mark of direction", "W\u2060it\u200eness", "Witness"],
    ["with a Hangul filler in it", "Wit\u3164ness", "Witness"],
    ["in full width", "Ｗｉｔｎｅｓｓ", "Witness"],
    ["in mathematical letters", "𝐖𝐢𝐭𝐧𝐞𝐬𝐬", "Witness"],
    ["with a Cyrillic letter", "Witnеss", "Witness"],
    ["with Greek letters", "Wιtness", "Witness"],
    ["with figures for letters", "W1tness", "Wltness"],
    ["with figures for other letters", "Mun0z", "Munoz"],
    ["with letters set apart by spaces", "W i t n e s s", "Witness"],
    ["with letters set apart by dots", "W.i.t.n.e.s.s", "Witness"],
    ["with letters set apart by stars", "W*i*t*n*e*s*s", "Witness"],
    ["in Markdown", "**Anna** _Witness_", "Anna Witness"],
    ["with a possessive", "Witness's house", "Witness"],
    ["at the end of a sentence", "by the Witness.", "Witness"],
    ["with Arabic tatweel", "رأيت محـــمـــد هناك", "محمد"],
    ["with Arabic vowels", "مُحَمَّد", "محمد"],
    ["with an Arabic article and conjunction", "والشاهد", "شاهد"],
    ["with an Arabic letter of another keyboard", "علی", "علي"],
    ["in Chinese without spaces", "我在街上看見了法輪功學員", "法輪功"],
    ["in Chinese with spaces", "法 輪 功", "法輪功"],
    ["in Chinese with dots", "法·輪·功", "法輪功"],
    ["in Korean with a particle", "김철수를 보았다", "김철수"],
    ["in Korean with spaces and a particle", "김 철 수를 보았다", "김철수"],
    ["in Thai", "ฉันพบสมชายที่นั่น", "สมชาย"],
    ["as a number", "call 0123 456 789 now", "0123 456 789"],
    ["in Turkish capitals", "IŞIK", "ışık"],
    ["as ß", "STRASSE", "Straße"],
  ])("%s", (_how, text, word) => expect(findMentioned([text], [word])).toEqual([word]));
});

describe("what is no mention is let through", () => {
  test.each([
    ["inside a longer word", "eyewitnesses", "Witness"],
    ["at the beginning of a longer word", "Rosemary wrote", "Rose"],
    ["at the end of a longer word", "Primrose", "Rose"],
    ["inside an Arabic word", "المحمدية", "محمد"],
    ["across two parts", "Anna", "Anna Witness"],
    ["by the letters of a sentence", "W, I think, needs seeing", "Witness"],
    ["by a short word set apart", "a, b, c", "abc"],
    ["an ordinary letter", "I ask you not to send him back to a country where he would be tortured.", "Anna Witness"],
    ["another Chinese name", "我在街上看見了法律工作者", "法輪功"],
    ["a two-letter Korean name in a longer word", "대한민국", "민국"],
    ["a number with more figures", "12345", "1234"],
  ])("%s", (_how, text, word) => expect(findMentioned([text], [word])).toEqual([]));

  test("a word across what was typed in two fields", () => {
    expect(findMentioned(["Anna", "Witness"], ["Anna Witness"])).toEqual([]);
    expect(findMentioned(["法輪", "功"], ["法輪功"])).toEqual([]);
  });

  test("nothing without a list, and each word once", () => {
    expect(findMentioned(["anything"], [])).toEqual([]);
    expect(findMentioned(["one two one"], ["one", "two", "three"])).toEqual(["one", "two"]);
  });

  test("a word of signs that mean something in a pattern", () => {
    expect(findMentioned(["Section 70(3) applies"], ["70(3)"])).toEqual(["70(3)"]);
    expect(findMentioned(["nothing"], [".*", "(((", "a+"])).toEqual([]);
  });
});
