import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freePort } from "@/lib/database/free-port";
import { db } from "@/lib/db";
import { makeSignatures, makeWorld, type World } from "@/tests/factories";
import { verifyDkim } from "@/tests/verify-dkim";
import { startWorkerProcess, type WorkerProcess } from "@/tests/worker-process";
import { type Postfix, startPostfix } from "./postfix";

const patience = { timeout: 60_000, interval: 100 };
const minister = "minister@mfa.example.org";
const sender = "letters@appeals.test";
const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

let postfix: Postfix;
let bouncePort: number;
let worker: WorkerProcess | undefined;

beforeEach(async () => {
  bouncePort = await freePort();
  const transport = { domain: "bounces.appeals.test", port: bouncePort };
  postfix = await startPostfix({ mailboxes: [minister, sender], transport });
});

afterEach(async () => {
  await worker?.end("SIGTERM");
  postfix.stop();
});

test("letters relayed through postfix arrive, each once, with signatures that hold", async () => {
  const world = await makeWorld();
  await makeSignatures(world, 25);
  await startWorker();
  await vi.waitFor(() => expect(postfix.mails(minister)).toHaveLength(25), patience);
  await vi.waitFor(async () => expect(await states(world)).toEqual({ accepted: 25 }), patience);
  const letters = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
  const arrived = postfix.mails(minister).map((mail) => messageIdOf(mail));
  expect(arrived.toSorted()).toEqual(letters.map(({ messageId }) => messageId ?? "").toSorted());
  for (const mail of postfix.mails(minister)) {
    const { bodyHolds, signatureHolds } = verifyDkim(onTheWire(mail), createPublicKey(key));
    expect({ bodyHolds, signatureHolds }).toEqual({ bodyHolds: true, signatureHolds: true });
  }
});

test("a mailbox that does not exist brings a report that names the letter", async () => {
  const world = await makeWorld({ ministerAddress: "nobody@mfa.example.org" });
  await makeSignatures(world, 1);
  await startWorker();
  await vi.waitFor(() => expect(postfix.mails(sender)).toHaveLength(1), patience);
  const [report = ""] = postfix.mails(sender).map(String);
  const letter = await db().letter.findFirstOrThrow({ where: { campaignId: world.campaign.id, channel: "email" } });
  expect(letter).toMatchObject({ state: "accepted" });
  expect(report).toMatch(/report-type=delivery-status/);
  expect(report).toMatch(/^Final-Recipient: rfc822; nobody@mfa\.example\.org$/m);
  expect(report).toMatch(/^Status: 5\.1\.1$/m);
  expect(report).toContain(`Message-ID: <${letter.messageId}>`);
});

test("a report that comes back to the worker finds its letter", async () => {
  const world = await makeWorld({ ministerAddress: "nobody@mfa.example.org" });
  await makeSignatures(world, 3);
  await startWorker({ BOUNCE_ADDRESS: "letters@bounces.appeals.test", BOUNCE_PORT: String(bouncePort) });
  await vi.waitFor(async () => expect(await states(world)).toEqual({ bounced: 3 }), patience);
  const letters = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
  expect(letters.map(({ enhancedCode }) => enhancedCode)).toEqual(["5.1.1", "5.1.1", "5.1.1"]);
  expect(postfix.mails(sender)).toEqual([]);
});

async function startWorker(settings: Record<string, string> = {}): Promise<void> {
  worker = await startWorkerProcess({
    ...settings,
    SMTP_URL: `smtp://127.0.0.1:${postfix.port}`,
    DKIM_KEY: String(key.export({ type: "pkcs8", format: "pem" })),
    DKIM_SELECTOR: "letters",
    LANE_RATE: "6000",
    LANE_RATE_MOST: "6000",
  });
}

async function states(world: World): Promise<Record<string, number>> {
  const where = { campaignId: world.campaign.id, channel: "email" } as const;
  const groups = await db().letter.groupBy({ by: ["state"], where, _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

function messageIdOf(mail: Buffer): string {
  return /^Message-ID: <(.+)>$/m.exec(mail.toString())?.[1] ?? "";
}

/** A Maildir ends its lines with LF alone. */
function onTheWire(mail: Buffer): Buffer {
  return Buffer.from(mail.toString("latin1").replaceAll("\n", "\r\n"), "latin1");
}
