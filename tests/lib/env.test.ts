import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";

/** What reading the environment ends with, in a process of its own: it is parsed once. */
function complaint(env: Record<string, string>): string {
  const script = `import("@/lib/env").then(({ env }) => { env(); console.log("fine"); }).catch((error) => console.log(error.message));`;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, DATA_DIR: process.env.DATA_DIR, ...env },
    encoding: "utf8",
  });
  return stdout.trim();
}

test.each([
  [{ PORT: "abc" }, "PORT: has to be a whole number from 0 to 65535"],
  [{ PORT: "70000" }, "PORT: has to be a whole number from 0 to 65535"],
  [{ SEALING_KEY: "xyz" }, "SEALING_KEY: has to be 64 hexadecimal digits"],
  [{ APP_URL: "ftp://example.org" }, "APP_URL: has to be an address like https://appeals.example.org"],
  [{ SMTP_URL: "mail.example.org" }, "SMTP_URL: has to begin with smtp:// or smtps://"],
  [{ BOUNCE_ADDRESS: "bounces" }, "BOUNCE_ADDRESS: has to be one e-mail address"],
  [
    { BOUNCE_ADDRESS: "twenty-one-characters@example.org" },
    "BOUNCE_ADDRESS: has to have 20 characters or fewer before the @",
  ],
  [{ BOUNCE_ADDRESS: "twenty.characters.ok@example.org", BOUNCE_PORT: "0", INBOUND_SECRET: "" }, "fine"],
  [{ BOUNCE_PORT: "smtp" }, "BOUNCE_PORT: has to be a whole number from 0 to 65535"],
  [{ INBOUND_SECRET: "whsec_short" }, "INBOUND_SECRET: has to be whsec_ and 24 bytes or more in base64"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL: has to be one of debug, info, warn, error, silent"],
  [{ SOURCE_URL: "/source" }, "SOURCE_URL: has to be an address like https://example.org/source"],
  [{ DKIM_KEY_FILE: "/none" }, "DKIM_KEY_FILE: there is no /none"],
  [{ DKIM_SELECTOR: "one" }, "DKIM_KEY and DKIM_SELECTOR: set both"],
  [{ DKIM_SELECTOR: "a b" }, "DKIM_SELECTOR: has to be a selector like letters2026"],
  [{ DKIM_DOMAIN: "localhost" }, "DKIM_DOMAIN: has to be a domain like example.org"],
  [{ SMTP_URL: "", APP_URL: "", DKIM_KEY: "", DKIM_SELECTOR: "", FAX_GATEWAY: "" }, "fine"],
  [{ FAX_GATEWAY: "fax example" }, "FAX_GATEWAY: has to be a domain like fax.example.org"],
  [{ FAX_GATEWAY: "someone@fax.example.org" }, "FAX_GATEWAY: has to be a domain like fax.example.org"],
  [{ FAX_GATEWAY: "{number}@Fax.example.org" }, "fine"],
])("%j ends in one clear line", (env, line) => expect(complaint(env)).toBe(line));

function rsaKey(modulusLength: number): string {
  return String(generateKeyPairSync("rsa", { modulusLength }).privateKey.export({ type: "pkcs8", format: "pem" }));
}

test.each([
  ["no key", "xyz", "DKIM_KEY: has to be a private key in PEM, without a passphrase"],
  ["a short key", rsaKey(1024), "DKIM_KEY: has 1024 bits; it has to have 2048 or more"],
  ["a key", rsaKey(2048), "fine"],
  ["a key on one line", rsaKey(2048).replaceAll("\n", "\\n"), "fine"],
])("a DKIM_KEY that is %s ends in one clear line", (_what, DKIM_KEY, line) => {
  expect(complaint({ DKIM_KEY, DKIM_SELECTOR: "one" })).toBe(line);
});

test("a key without a selector signs nothing, and says so", () => {
  expect(complaint({ DKIM_KEY: rsaKey(2048) })).toBe("DKIM_KEY and DKIM_SELECTOR: set both");
});
