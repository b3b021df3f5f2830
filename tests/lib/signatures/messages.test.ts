import { describe, expect, test } from "vitest";
import { locales } from "@/lib/locales";
import type { MailContent } from "@/lib/signatures/mail-content";
import { writeMail } from "@/lib/signatures/messages";

const content: MailContent = {
  kind: "confirmation",
  state: "pending",
  locale: "en",
  name: "Ann O’Neill",
  appeal: "Do not send him back",
  letter: "First line.\n\nSecond line.\nThird line.\nFourth line.",
  foreign: null,
  note: "",
  link: "https://appeals.example.org/en/confirm/token",
  discreet: false,
  sensitive: false,
  unreached: [],
  news: null,
  organisation: "Asian Rights Desk",
};

describe("the confirmation mail", () => {
  test("says what will happen, and what to do if it was somebody else", () => {
    const { subject, text } = writeMail(content);
    expect(subject).toBe("Confirm your letter: Do not send him back");
    expect(text).toContain("Dear Ann O’Neill,\n");
    expect(text).toContain("> First line.\n> Second line.\n> Third line. …\n");
    expect(text).not.toContain("Fourth");
    expect(text).toContain("\nhttps://appeals.example.org/en/confirm/token\nThe link works for 7 days.");
    expect(text).toContain("If this was not you: do nothing.");
    expect(text.endsWith("\n\nAsian Rights Desk")).toBe(true);
  });

  test("for one who is counted only shows no letter", () => {
    const { text } = writeMail({ ...content, letter: "" });
    expect(text).toContain("No letter is sent");
    expect(text).not.toContain(">");
  });

  test("carries no link but our own", () => {
    const { text } = writeMail({
      ...content,
      name: "win at http://bad.example/x",
      letter: "Go to www.bad.example/y or bad.example",
    });
    expect(text.match(/[\w.-]*bad\.example\S*/g)).toBeNull();
    expect(text).toContain(content.link);
  });

  test("cuts the letter at a word", () => {
    const { text } = writeMail({ ...content, letter: `I ask you to ${"release her and ".repeat(30)}` });
    expect(text).toMatch(/ (?:release|her|and) …\n/);
  });

  test("cuts a long line by characters, not in the middle of one", () => {
    const { text } = writeMail({ ...content, letter: "𝒜".repeat(500) });
    expect(text).toContain(`> ${"𝒜".repeat(240)} …`);
  });
});

describe("the mail to somebody who signs again", () => {
  const again = { ...content, kind: "already_signed" } as const;

  test("says to one whose signature counts that it stays", () => {
    const { subject, text } = writeMail({ ...again, state: "confirmed" });
    expect(subject).toBe("You have already signed: Do not send him back");
    expect(text).toContain("your first signature and your letters stay as they are");
  });

  test("says to one who withdrew that it stays withdrawn, and what they can do", () => {
    const { subject, text } = writeMail({ ...again, state: "withdrawn" });
    expect(subject).toBe("You have withdrawn your signature: Do not send him back");
    expect(text).toContain("It stays withdrawn");
    expect(text).toContain("erase there what we keep about you, then sign the appeal again");
    expect(text).not.toContain("stay as they are");
  });

  test("says to one whose signature was set aside that it does not count", () => {
    const { text } = writeMail({ ...again, state: "invalidated" });
    expect(text).toContain("has set your signature aside");
    expect(text).not.toContain("stay as they are");
  });
});

describe("the mail about words that were changed", () => {
  test("quotes them without a place to go to, and says what to do if it was somebody else", () => {
    const letter = "I ask you.\nSee www.bad.example/y.";
    const { subject, text } = writeMail({ ...content, kind: "words_changed", state: "confirmed", letter });
    expect(subject).toBe("The words of your letter were changed: Do not send him back");
    expect(text).toContain("\n\n> I ask you.\n> See …\n\n");
    expect(text).toContain("If it was not you");
    expect(text).toContain(`This is your page:\n${content.link}`);
  });
});

describe.each(locales)("in %s", (locale) => {
  test.each([
    ["confirmation", "pending"],
    ["already_signed", "confirmed"],
    ["already_signed", "withdrawn"],
    ["already_signed", "invalidated"],
    ["words_changed", "confirmed"],
  ] as const)("%s to one who is %s is whole", (kind, state) => {
    const { subject, text } = writeMail({ ...content, kind, state, locale });
    expect(subject).toContain(content.appeal);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain(content.link);
    expect(text).not.toMatch(/mails?\.|confirmation\.|already_signed\.|withdrawn\.|words_changed\.|undefined|\{|\}/);
  });
});
