import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Finding } from "@/lib/doctor/finding";
import type { NameServer } from "@/lib/doctor/name-server";
import { type DnsServer, startDnsServer, type Zone } from "@/tests/dns-server";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ours = createPublicKey(rsa).export({ type: "spki", format: "der" }).toString("base64");
const [other] = [generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey].map((key) =>
  key.export({ type: "spki", format: "der" }).toString("base64"),
);
let server: DnsServer | undefined;

afterEach(() => {
  server?.stop();
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** A name server with this zone, asked by a process that signs with our key. */
async function publish(zone: Zone | null): Promise<NameServer> {
  server = await startDnsServer(zone);
  vi.stubEnv("DNS_SERVERS", server.address);
  vi.stubEnv("DKIM_KEY", String(rsa.export({ type: "pkcs8", format: "pem" })));
  vi.stubEnv("DKIM_SELECTOR", "letters");
  vi.resetModules();
  return (await import("@/lib/doctor/name-server")).nameServer();
}

type Row = [what: string, zone: Zone, state: Finding["state"], words: string];

const domain = "appeals.test";

describe("SPF", () => {
  const rows: Row[] = [
    ["says who may send", { [domain]: { TXT: ["v=spf1 a:mail.appeals.test -all"] } }, "ok", "says who may send"],
    ["is beside other texts", { [domain]: { TXT: ["hello", "v=spf1 include:x.test ~all"] } }, "ok", "include:x.test"],
    ["goes on elsewhere", { [domain]: { TXT: ["v=spf1 redirect=x.test"] } }, "ok", "redirect"],
    ["is missing", {}, "wrong", 'appeals.test. IN TXT "v=spf1 a:mail.appeals.test -all"'],
    ["is there twice", { [domain]: { TXT: ["v=spf1 -all", "v=spf1 a -all"] } }, "wrong", "2 records"],
    ["lets everybody send", { [domain]: { TXT: ["v=spf1 +all"] } }, "wrong", "everybody"],
    ["has no end", { [domain]: { TXT: ["v=spf1 a"] } }, "look", "-all or ~all"],
  ];
  test.each(rows)("%s", async (_what, zone, state, words) => {
    const names = await publish(zone);
    const { checkSpf } = await import("@/lib/doctor/check-spf");
    expectFinding(await checkSpf(domain, "mail.appeals.test", names), state, words);
  });
});

describe("DKIM", () => {
  const at = "letters._domainkey.appeals.test";
  const rows: Row[] = [
    ["matches", { [at]: { TXT: [`v=DKIM1; k=rsa; p=${ours}`] } }, "ok", "matches"],
    [
      "matches, written otherwise",
      { [at]: { TXT: [`v=DKIM1;p=${ours.replace(/(.{64})/g, "$1 ")};`] } },
      "ok",
      "matches",
    ],
    ["is missing", {}, "wrong", `${at}. IN TXT "v=DKIM1; k=rsa; p=${ours.slice(0, 100)}`],
    ["belongs to another key", { [at]: { TXT: [`v=DKIM1; k=rsa; p=${other}`] } }, "wrong", "another key"],
    ["was taken back", { [at]: { TXT: ["v=DKIM1; p="] } }, "wrong", "another key"],
    ["is a test", { [at]: { TXT: [`v=DKIM1; t=y; p=${ours}`] } }, "look", "t=y"],
    ["is there twice", { [at]: { TXT: [`p=${ours}`, `p=${other}`] } }, "wrong", "2 records"],
  ];
  test.each(rows)("%s", async (_what, zone, state, words) => {
    const names = await publish(zone);
    const { checkDkim } = await import("@/lib/doctor/check-dkim");
    expectFinding(await checkDkim(names), state, words);
  });

  test("a record to publish is written in pieces a zone file takes", async () => {
    const names = await publish({});
    const { checkDkim } = await import("@/lib/doctor/check-dkim");
    const record = (await checkDkim(names)).advice.at(-1) ?? "";
    const pieces = [...record.matchAll(/"([^"]*)"/g)].map(([, piece = ""]) => piece);
    expect(pieces.every(({ length }) => length <= 255)).toBe(true);
    expect(pieces.join("")).toBe(`v=DKIM1; k=rsa; p=${ours}`);
  });
});

describe("DMARC", () => {
  const rows: Row[] = [
    ["has a policy", { "_dmarc.desk.ngo.test": { TXT: ["v=DMARC1; p=reject"] } }, "ok", "p=reject"],
    ["has one above", { "_dmarc.ngo.test": { TXT: ["v=DMARC1;p=none"] } }, "ok", "_dmarc.ngo.test"],
    ["has none", {}, "look", '_dmarc.desk.ngo.test. IN TXT "v=DMARC1; p=none'],
    [
      "has no policy in it",
      { "_dmarc.desk.ngo.test": { TXT: ["v=DMARC1; rua=mailto:a@ngo.test"] } },
      "wrong",
      "no policy",
    ],
  ];
  test.each(rows)("%s", async (_what, zone, state, words) => {
    const names = await publish(zone);
    const { checkDmarc } = await import("@/lib/doctor/check-dmarc");
    expectFinding(await checkDmarc("desk.ngo.test", names), state, words);
  });
});

describe("reverse DNS", () => {
  const mail = { "mail.ngo.test": { A: ["192.0.2.5"] } };
  const back = "5.2.0.192.in-addr.arpa";
  const rows: Row[] = [
    ["agrees", { ...mail, [back]: { PTR: ["mail.ngo.test"] } }, "ok", "a name"],
    ["is missing", mail, "look", "PTR"],
    ["names another", { ...mail, [back]: { PTR: ["x.test"] }, "x.test": { A: ["192.0.2.9"] } }, "look", "x.test"],
    ["has nothing to begin with", {}, "wrong", "no address"],
  ];
  test.each(rows)("%s", async (_what, zone, state, words) => {
    const names = await publish(zone);
    const { checkReverse } = await import("@/lib/doctor/check-reverse");
    expectFinding(await checkReverse("mail.ngo.test", names), state, words);
  });
});

describe("where bounces come back to", () => {
  const host = { "mail.ngo.test": { A: ["192.0.2.5"] } };
  const rows: Row[] = [
    ["has a server", { "b.test": { MX: [[10, "mail.ngo.test"]] }, ...host }, "ok", "mail.ngo.test"],
    ["is a server itself", { "b.test": { A: ["192.0.2.5"] } }, "ok", "b.test"],
    ["is nowhere", {}, "wrong", "b.test. IN MX 10"],
    ["has a server without an address", { "b.test": { MX: [[10, "gone.test"]] } }, "wrong", "gone.test has no address"],
    ["takes no mail", { "b.test": { MX: [[0, ""]] } }, "wrong", "takes no mail"],
  ];
  test.each(rows)("%s", async (_what, zone, state, words) => {
    const names = await publish(zone);
    const { checkBounces } = await import("@/lib/doctor/check-bounces");
    expectFinding(await checkBounces("b.test", names), state, words);
  });
});

test("a name server that refuses is no answer", async () => {
  const names = await publish(null);
  await expect(names.texts("appeals.test")).rejects.toThrow("EREFUSED");
});

function expectFinding({ state, what, advice }: Finding, expected: Finding["state"], words: string): void {
  expect({ state, what }).toEqual({ state: expected, what });
  expect([what, ...advice].join("\n")).toContain(words);
}
