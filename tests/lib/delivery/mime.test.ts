import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { buildMime, type Mime } from "@/lib/delivery/mime";

const mime: Mime = {
  from: { name: "Ann Example", address: "letters@ngo.example.org" },
  to: { name: "Minister", address: "minister@mfa.example.org" },
  subject: "Please",
  text: "Your Excellency,\n\nplease.",
  language: "en",
  messageId: "one@ngo.example.org",
  date: new Date("2026-11-24T03:00:00Z"),
  autoSubmitted: "no",
};

const texts: [string, string][] = [
  ["plain", "One.\n\nTwo."],
  ["dots at the start of lines", ".\n..\n.hidden"],
  ["long lines", `${"word ".repeat(400)}end\n${"x".repeat(2000)}`],
  ["French", "Je vous écris au sujet d’un homme = enlevé.\nVoilà ça.  \nFin"],
  ["Arabic", "صاحب المعالي،\n\nأطلب منكم ألا تعيدوه.\n".repeat(20).trim()],
  ["beyond the basic plane", "𝒜𝒜𝒜 🕊\nend"],
  ["equals signs and tabs", "a\t=3D=\nb"],
];

describe("a mail as bytes", () => {
  test.each(texts)("%s comes back as it was written", async (_what, text) => {
    const bytes = await buildMime({ ...mime, text });
    const parsed = await PostalMime.parse(bytes);
    expect(parsed.text?.replace(/\r\n/g, "\n").replace(/\n$/, "")).toBe(text);
    const lines = bytes.toString("latin1").split("\r\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(bytes.toString("latin1")).not.toMatch(/[^\r]\n|\r[^\n]|\P{ASCII}/u);
  });

  test("says the same bytes for the same letter", async () => {
    expect(await buildMime(mime)).toEqual(await buildMime(mime));
  });

  test("has each header once", async () => {
    const [head = ""] = (await buildMime(mime)).toString().split("\r\n\r\n");
    const names = head
      .split("\r\n")
      .filter((line) => !/^\s/.test(line))
      .map((line) => line.split(":")[0] ?? "");
    expect(names.toSorted()).toEqual(
      [
        "Auto-Submitted",
        "Content-Language",
        "Content-Transfer-Encoding",
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
      ].toSorted(),
    );
    expect(head).toContain("Date: Tue, 24 Nov 2026 03:00:00 +0000");
  });

  test.each([
    "Ann\r\nBcc: x@example.org",
    "Ann <x@example.org>, y@example.org",
    'Ann" <x@example.org>',
    "=?utf-8?Q?x?= <x@example.org>",
  ])("the name %j adds no address and no header", async (name) => {
    const bytes = await buildMime({
      ...mime,
      from: { name, address: "letters@ngo.example.org" },
      replyTo: { name, address: "ann@signers.test" },
      subject: name,
    });
    const parsed = await PostalMime.parse(bytes);
    expect(parsed.from?.address).toBe("letters@ngo.example.org");
    expect(parsed.replyTo).toHaveLength(1);
    expect(parsed.replyTo?.[0]?.address).toBe("ann@signers.test");
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.headers.map(({ key }) => key)).not.toContain("bcc");
  });
});

describe("a mail without an attachment", () => {
  const names = [
    "Ann Example",
    "",
    'Ann "x" O\'Neil, Jr.',
    "Łódź Ünï",
    "陈某",
    "Ann\r\nBcc: x@example.org",
    "🕊 dove",
    "A".repeat(200),
  ];
  const addresses = ["minister@mfa.example.org", '"a b"@mfa.example.org', "a@bücher.example", "ü@mfa.example.org"];

  test.each(names)("is what nodemailer makes of it, for the name %j", async (name) => {
    for (const address of addresses) {
      for (const text of [...texts.map(([, one]) => one), "é\n".repeat(40), "word\rword", " "]) {
        const whole = { ...mime, to: { name, address }, replyTo: { name, address }, subject: name, text };
        expect((await buildMime(whole)).toString()).toBe(await composed(whole));
      }
    }
  });
});

async function composed({ language, autoSubmitted, messageId, text, ...mail }: Mime): Promise<string> {
  const headers = { "Auto-Submitted": autoSubmitted, "Content-Language": language };
  const lines = text.replace(/\r?\n/g, "\r\n");
  const node = new MailComposer({ ...mail, text: lines, messageId: `<${messageId}>`, headers }).compile();
  return (await node.build()).toString();
}

describe("a mail with an attachment", () => {
  const content = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 256));
  const letter = {
    ...mime,
    text: "\n",
    attachment: { filename: "letter.pdf", contentType: "application/pdf", content },
  };

  test("gives it back byte for byte, beside its text, in lines any server takes", async () => {
    const bytes = await buildMime(letter);
    const parsed = await PostalMime.parse(bytes);
    expect(parsed.attachments).toMatchObject([{ filename: "letter.pdf", mimeType: "application/pdf" }]);
    expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).equals(content)).toBe(true);
    expect(parsed.text?.trim()).toBe("");
    expect(parsed.subject).toBe("Please");
    const lines = bytes.toString("latin1").split("\r\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(bytes.toString("latin1")).not.toMatch(/[^\r]\n|\r[^\n]|\P{ASCII}/u);
  });

  test("is the same bytes for the same letter", async () => {
    expect(await buildMime(letter)).toEqual(await buildMime(letter));
  });
});
