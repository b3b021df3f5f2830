import { describe, expect, test } from "vitest";
import { locales } from "@/lib/locales";
import { writeMail, type MailContent } from "@/lib/signatures/messages";

const content: MailContent = {
  kind: "confirmation",
  locale: "en",
  name: "Ann O’Neill",
  appeal: "Do not send him back",
  letter: "First line.\n\nSecond line.\nThird line.\nFourth line.",
  link: "https://appeals.example.org/en/confirm/token",
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

  test("cuts a long line by characters, not in the middle of one", () => {
    const { text } = writeMail({ ...content, letter: "𝒜".repeat(500) });
    expect(text).toContain(`> ${"𝒜".repeat(240)} …`);
  });
});

describe.each(locales)("in %s", (locale) => {
  test.each(["confirmation", "already_signed"] as const)("%s is whole", (kind) => {
    const { subject, text } = writeMail({ ...content, kind, locale });
    expect(subject).toContain(content.appeal);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain(content.link);
    expect(text).not.toMatch(/mails?\.|confirmation\.|already_signed\.|undefined|\{|\}/);
  });
});
