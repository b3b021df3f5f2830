import { execFileSync } from "node:child_process";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Mime } from "@/lib/delivery/mime";
import { sampleMail } from "@/tests/sample-mail";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
vi.stubEnv("DKIM_KEY", String(privateKey.export({ type: "pkcs8", format: "pem" })));
vi.stubEnv("DKIM_SELECTOR", "letters");
// Read when first asked for, which is after the key is there.
const { buildMime } = await import("@/lib/delivery/mime");

const folder = mkdtempSync(join(tmpdir(), "appeals-dkim-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const published = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
const keys = join(folder, "keys");
const config = join(folder, "opendkim.conf");
writeFileSync(keys, `letters._domainkey.appeals.test v=DKIM1; k=rsa; p=${published}\n`);
writeFileSync(config, `Mode v\nTestPublicKeys ${keys}\n`);

const mails: [string, Partial<Mime>][] = [
  ["plain", {}],
  ["Arabic", { subject: "مناشدة عاجلة", text: "صاحب المعالي،\n\nأطلب منكم ألا تعيدوه.\n".repeat(20), language: "ar" }],
  ["Korean names", { from: { name: "김철수 (서울)", address: "letters@appeals.test" } }],
  ["long lines", { text: `${"word ".repeat(400)}end\n${"x".repeat(2000)}` }],
  ["a long subject", { subject: "Please do not send him back ".repeat(9).trim() }],
  ["empty lines at the end", { text: "One.\n\n\n\n" }],
  ["dots at the start of lines", { text: ".\n..\n.hidden" }],
  ["blanks at the ends of lines", { text: "One.  \n\t\ntwo\t \n   " }],
  ["an empty body", { text: "" }],
  ["no Reply-To", { replyTo: undefined }],
];

test.each(mails)("opendkim takes our signature: %s", async (_what, changes) => {
  expect(verdict(await buildMime({ ...sampleMail, ...changes }))).toContain(
    "(s=letters, d=appeals.test, 2048-bit key) succeeded",
  );
});

test.each([
  ["another text", "please.", "pay me.", "failed"],
  ["another subject", "Subject: Please", "Subject: Pay", "failed"],
  ["a second From", "\r\nFrom: ", "\r\nFrom: eve@example.org\r\nFrom: ", "failed"],
  ["no signature", "DKIM-Signature", "X-Signature", "message not signed"],
])("opendkim refuses %s", async (_what, from, to, words) => {
  const text = (await buildMime(sampleMail)).toString("latin1");
  expect(verdict(Buffer.from(text.replace(from, to), "latin1"))).toContain(words);
});

/** What Debian's opendkim makes of a mail. */
function verdict(mail: Buffer): string {
  const file = join(folder, "mail");
  writeFileSync(file, mail);
  return execFileSync("opendkim", ["-x", config, "-t", file], { encoding: "utf8", stdio: "pipe" });
}
