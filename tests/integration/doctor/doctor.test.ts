import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { type DnsServer, startDnsServer } from "@/tests/dns-server";
import { type SmtpSink, startSink } from "@/tests/smtp-sink";

let names: DnsServer;
let sink: SmtpSink;

beforeEach(async () => {
  names = await startDnsServer({
    "appeals.test": { TXT: ["v=spf1 ip4:192.0.2.5 -all"] },
    "_dmarc.appeals.test": { TXT: ["v=DMARC1; p=reject"] },
  });
  sink = await startSink({}, { authOptional: true, onAuth: (_auth, _session, done) => done(new Error("wrong")) });
});

afterEach(async () => {
  names.stop();
  await sink.stop();
});

/** What `npm run doctor` prints and ends with. */
async function doctor(settings: Record<string, string>): Promise<{ code: number; lines: string[] }> {
  const env = { ...process.env, DNS_SERVERS: names.address, SMTP_URL: sink.url, ...settings };
  const run = promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/doctor.ts"], { env });
  const { code, stdout } = await run.then(
    (ended) => ({ ...ended, code: 0 }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  return { code, lines: stdout.trim().split("\n") };
}

test("looks at everything, and sends nothing", async () => {
  const { code, lines } = await doctor({});
  expect(lines.map((line) => line.slice(0, 30).trim())).toEqual([
    "ok     The environment can be",
    "ok     The database answers an",
    "ok     127.0.0.1 lets us in.",
    "ok     SPF: appeals.test says",
    "look   DKIM: mail leaves unsig",
    "Set DKIM_KEY and DKIM_S",
    "ok     DMARC: v=DMARC1; p=reje",
    "look   Reverse DNS: mail leave",
  ]);
  expect(code).toBe(0);
  expect(sink.messages).toEqual([]);
});

test.each([
  [{ SMTP_URL: "" }, 0, "look   SMTP_URL is not set"],
  [{ SMTP_URL: "smtp://127.0.0.1:1" }, 1, "wrong  127.0.0.1 does not let us in: ESOCKET"],
  [{ PORT: "x" }, 1, "wrong  The environment: PORT: has to be"],
  [
    { MAIL_FROM: "letters@appeals.example.org" },
    1,
    "wrong  MAIL_FROM is letters@appeals.example.org, which is nobody's.",
  ],
  [{ MAIL_FROM: "letters@other.test" }, 1, "wrong  SPF: other.test has no record."],
  [{ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" }, 1, "wrong  The database does not answer:"],
  [{ DNS_SERVERS: "127.0.0.1:1" }, 0, "look   No name server answers (ECONNREFUSED)"],
])("with %j", async (settings, expected, words) => {
  const { code, lines } = await doctor(settings);
  expect(lines.join("\n")).toContain(words);
  expect(code).toBe(expected);
});

test("a login that is refused is told, and its password is not", async () => {
  const url = new URL(sink.url);
  url.username = "desk";
  url.password = "open-sesame";
  const { code, lines } = await doctor({ SMTP_URL: url.href });
  expect(lines.join("\n")).toContain("does not let us in: 535");
  expect(lines.join("\n")).not.toContain("open-sesame");
  expect(code).toBe(1);
});

test("a database that is behind is told", async () => {
  const name = "20261125010000_lanes";
  await db().$executeRaw`update _prisma_migrations set rolled_back_at = now() where migration_name = ${name}`;
  const { code, lines } = await doctor({});
  expect(lines).toContain(`wrong  The database lacks 1 migrations, first ${name}.`);
  expect(code).toBe(1);
});
