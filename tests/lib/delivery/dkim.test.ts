import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Mime } from "@/lib/delivery/mime";
import { sampleMail } from "@/tests/sample-mail";
import { verifyDkim } from "@/tests/verify-dkim";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ed25519 = generateKeyPairSync("ed25519").privateKey;

const mails: [string, Partial<Mime>][] = [
  ["plain", {}],
  ["Arabic", { subject: "مناشدة عاجلة", text: "صاحب المعالي،\n\nأطلب منكم ألا تعيدوه.\n".repeat(20), language: "ar" }],
  ["long lines", { text: `${"word ".repeat(400)}end\n${"x".repeat(2000)}` }],
  ["a long subject", { subject: "Please do not send him back ".repeat(9).trim() }],
  ["a name in another script", { from: { name: "김철수 (서울)", address: "letters@appeals.test" } }],
  ["empty lines at the end", { text: "One.\n\n\n\n" }],
  ["empty lines at the start", { text: "\n\nOne." }],
  ["dots at the start of lines", { text: ".\n..\n.hidden" }],
  ["blanks at the ends of lines", { text: "One.  \n\t\ntwo\t \n   " }],
  ["an empty body", { text: "" }],
  ["a body of empty lines", { text: "\n\n\n" }],
  ["no Reply-To", { replyTo: undefined }],
];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The bytes as a process with this environment makes them. */
async function signed(key: KeyObject | null, changes: Partial<Mime> = {}, domain = ""): Promise<Buffer> {
  vi.stubEnv("DKIM_KEY", key ? String(key.export({ type: "pkcs8", format: "pem" })) : "");
  vi.stubEnv("DKIM_SELECTOR", key ? "letters" : "");
  vi.stubEnv("DKIM_DOMAIN", domain);
  vi.resetModules();
  const { buildMime } = await import("@/lib/delivery/mime");
  return buildMime({ ...sampleMail, ...changes });
}

describe.each([
  ["RSA", rsa],
  ["Ed25519", ed25519],
])("a mail signed with %s", (_kind, key) => {
  test.each(mails)("holds: %s", async (_name, changes) => {
    const bytes = await signed(key, changes);
    const { tags, bodyHolds, signatureHolds } = verifyDkim(bytes, createPublicKey(key));
    expect({ bodyHolds, signatureHolds }).toEqual({ bodyHolds: true, signatureHolds: true });
    expect(tags.get("d")).toBe("appeals.test");
    expect(tags.get("s")).toBe("letters");
    expect(tags.get("c")).toBe("relaxed/relaxed");
    const lines = bytes.toString("latin1").split("\r\n");
    expect(Math.max(...lines.slice(0, lines.indexOf("")).map(({ length }) => length))).toBeLessThanOrEqual(78);
  });

  test("is the same mail, with one field more", async () => {
    const plain = await signed(null);
    expect(plain.toString()).not.toContain("DKIM");
    const bytes = await signed(key);
    expect(bytes.subarray(-plain.length)).toEqual(plain);
    expect(bytes.toString()).toMatch(/^DKIM-Signature: /);
    expect(await signed(key)).toEqual(bytes);
  });

  test.each([
    ["the text", "please.", "pay me."],
    ["the subject", "Subject: Please", "Subject: Pay"],
    ["the sender", "Ann Example <letters@", "Bob Example <letters@"],
    ["the place of answers", "<ann@signers.test>", "<eve@signers.test>"],
    ["the Message-ID", "<one@", "<two@"],
    ["a second From", "\r\nFrom: ", "\r\nFrom: eve@example.org\r\nFrom: "],
  ])("breaks when somebody changes %s", async (_what, from, to) => {
    const text = (await signed(key)).toString("latin1");
    expect(text).toContain(from);
    const verdict = verifyDkim(Buffer.from(text.replace(from, to), "latin1"), createPublicKey(key));
    expect(verdict.bodyHolds && verdict.signatureHolds).toBe(false);
  });

  test("breaks when somebody adds a place for answers", async () => {
    const text = (await signed(key, { replyTo: undefined })).toString("latin1");
    const changed = text.replace("\r\nTo: ", "\r\nReply-To: eve@example.org\r\nTo: ");
    expect(verifyDkim(Buffer.from(changed, "latin1"), createPublicKey(key)).signatureHolds).toBe(false);
  });
});

test.each([
  ["letters@appeals.test", "", true],
  ["letters@Appeals.Test", "", true],
  ["letters@desk.appeals.test", "", true],
  ["letters@ngo.example.org", "", false],
  ["letters@notappeals.test", "", false],
  ["letters@appeals.test.example.org", "", false],
  ["letters@ngo.example.org", "mail.ngo.example.org", true],
  ["letters@appeals.test", "ngo.example.org", false],
])("mail from %s with DKIM_DOMAIN %j is signed: %s", async (address, domain, expected) => {
  const bytes = await signed(ed25519, { from: { name: "Ann", address } }, domain);
  expect(bytes.toString().startsWith("DKIM-Signature")).toBe(expected);
});
