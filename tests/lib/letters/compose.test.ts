import { describe, expect, test } from "vitest";
import { composeLetter } from "@/lib/letters/compose";

const sample = {
  subject: "To {{office}}",
  opening: "{{salutation}}",
  body: "I ask you.",
  closing: "Respectfully,\n{{name}}, {{country}}",
};
const values = {
  salutation: "Your Excellency,",
  office: "the Minister",
  holder: "",
  name: "Ann & Bob",
  country: "Peru",
};

describe("a letter", () => {
  test("is its locked parts merged, with the signer's words between", () => {
    const letter = composeLetter(sample, values, { body: "I ask you.", ownWords: "I teach." });
    expect(letter.subject).toBe("To the Minister");
    expect(letter.text).toBe("Your Excellency,\n\nI ask you.\n\nI teach.\n\nRespectfully,\nAnn & Bob, Peru");
  });

  test("has no gap where nothing was written", () => {
    expect(composeLetter(sample, values, { body: "I ask you.", ownWords: "  " }).text).not.toContain("\n\n\n");
  });

  test("takes what a signer types as text, whatever it looks like", () => {
    const words = { body: "{{name}} {{{country}}} {{#name}}x{{/name}}", ownWords: "<b>{{constructor}}</b>" };
    const { text } = composeLetter(sample, { ...values, name: "{{country}}" }, words);
    expect(text).toContain(words.body);
    expect(text).toContain(words.ownWords);
    expect(text).toContain("{{country}}, Peru");
  });

  test("knows no field but its own", () => {
    const odd = { ...sample, closing: "[{{constructor}}{{toString}}{{__proto__}}]" };
    expect(composeLetter(odd, values, { body: "", ownWords: "" }).closing).toBe("[]");
  });
});
