import { describe, expect, test } from "vitest";
import { longestLink, mailLinks } from "@/lib/letters/mail-links";

const draft = {
  address: "minister@mfa.example.org",
  subject: "Please do not send him back",
  text: "Your Excellency,\n\nWhere is he?",
};

/** What a mail program makes of a mailto link (RFC 6068). */
function read(link: string | null): { to: string; subject: string | null; body: string | null } {
  const url = new URL(link ?? "");
  expect(url.search).not.toMatch(/[+\s]/);
  const fields = new URLSearchParams(url.search);
  return { to: decodeURIComponent(url.pathname), subject: fields.get("subject"), body: fields.get("body") };
}

function fieldsOf(link: string | null): Record<string, string> {
  return Object.fromEntries(new URL(link ?? "").searchParams);
}

describe("the links that begin a mail", () => {
  test("say address, subject and text, with lines that end as in a mail", () => {
    const { mailto, empty } = mailLinks(draft);
    expect(read(mailto)).toEqual({
      to: draft.address,
      subject: draft.subject,
      body: "Your Excellency,\r\n\r\nWhere is he?",
    });
    expect(mailto).toContain("Your%20Excellency%2C%0D%0A%0D%0AWhere");
    expect(read(empty)).toEqual({ to: draft.address, subject: draft.subject, body: null });
  });

  test("lead to the webmails with the same", () => {
    const { gmail, outlook } = mailLinks(draft);
    const body = "Your Excellency,\r\n\r\nWhere is he?";
    expect(fieldsOf(gmail)).toEqual({ view: "cm", fs: "1", to: draft.address, su: draft.subject, body });
    expect(fieldsOf(outlook)).toEqual({ to: draft.address, subject: draft.subject, body });
  });

  test.each([
    ["a line break and a head", "Hello\r\nBcc: spy@example.org"],
    ["signs of an address", "Who? & why = 100 % #1 + 1"],
    ["other scripts", "لا تعيدوه 请勿遣返 돌려보내지"],
  ])("keep %s in the subject", (_, subject) => {
    expect(read(mailLinks({ ...draft, subject }).mailto).subject).toBe(subject.replace(/\s+/g, " "));
  });

  test("put nothing into the heads of a mail but what they should", () => {
    const { mailto } = mailLinks({
      address: "a+b?cc=spy@example.org",
      subject: "x&bcc=spy@example.org",
      text: "y&cc=z",
    });
    expect([...new URL(mailto ?? "").searchParams.keys()]).toEqual(["subject", "body"]);
    expect(mailto).toMatch(/^mailto:a\+b%3Fcc%3Dspy@example\.org\?/);
  });

  test("never have an empty subject", () => {
    const long = `${"word ".repeat(40)}\nend`;
    const { subject } = read(mailLinks({ ...draft, subject: "  ", text: long }).empty);
    expect(subject).toMatch(/^word word/);
    expect(subject?.length).toBeLessThanOrEqual(78);
  });

  test("are none where they would be longer than programs take, and an empty mail always is one", () => {
    const links = mailLinks({ ...draft, text: "请勿遣返。".repeat(60) });
    expect(links).toMatchObject({ mailto: null, gmail: null, outlook: null });
    expect(links.empty.length).toBeLessThan(longestLink);
    const longest = mailLinks({
      ...draft,
      text: "a".repeat(longestLink - (mailLinks({ ...draft, text: "" }).mailto ?? "").length),
    });
    expect(longest.mailto).toHaveLength(longestLink);
    expect(longest.gmail).toBeNull();
  });
});
