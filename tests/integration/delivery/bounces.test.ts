import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, test, vi } from "vitest";
import type { DeliveryTable } from "@/lib/delivery/claim.sql";
import { makeReturnPath } from "@/lib/delivery/return-path";
import { takeBounce } from "@/lib/delivery/take-bounce";
import { db, pool } from "@/lib/db";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { autoReply, eximReport, exchangeReport, gmailReport, postfixReport } from "@/tests/delivery-reports";
import { makeConsent } from "@/tests/cases";
import { makeMail, makeSignature, makeWorld, type World } from "@/tests/factories";
import { putLetters } from "@/tests/put-letters";

vi.hoisted(() => {
  process.env.BOUNCE_ADDRESS = "bounces@appeals.example.org";
});

const pathOf = (id: string, table: DeliveryTable = "letters") => makeReturnPath({ table, id }) ?? "";
const messageId = () => `${randomBytes(6).toString("hex")}@mx.relay.example`;

/** The ids of the letters to the minister, who alone is reached by e-mail, in a state. */
async function lettersIn(world: World, state: DeliveryState, count = world.signatures.length): Promise<string[]> {
  const ids = world.signatures.slice(0, count).flatMap(({ letters }) => letters.email ?? []);
  await putLetters({
    where: { id: { in: ids } },
    data: { state, code: 250, ...(state === "transmitting" && leaving()) },
  });
  return ids;
}

const leaving = () => ({
  messageId: messageId(),
  sealedBytes: new Uint8Array(1),
  lease: uuidv7(),
  leaseUntil: new Date(Date.now() + 60_000),
});

const letterOf = (id: string) => db().letter.findUniqueOrThrow({ where: { id } });
const addressOf = (world: World) => db().address.findUniqueOrThrow({ where: { id: world.minister.addressId } });
const statesOf = async (world: World) => {
  const rows = await db().letter.groupBy({
    by: ["state", "holdReason"],
    where: { campaignId: world.campaign.id, channel: "email" },
    _count: true,
  });
  return Object.fromEntries(rows.map(({ state, holdReason, _count }) => [holdReason ?? state, _count]));
};

/** Everything a report may change, to be compared. */
async function snapshot(world: World): Promise<unknown> {
  const where = { campaignId: world.campaign.id };
  return {
    letters: await db().letter.findMany({ where, orderBy: { id: "asc" } }),
    mails: await db().mail.findMany({ where, orderBy: { id: "asc" } }),
    address: await addressOf(world),
    bounces: await db().bounce.count({ where: { organisationId: world.organisation.id } }),
    lane: await db().lane.findUnique({ where: { name: world.minister.lane } }),
  };
}

test.each([
  ["Postfix", postfixReport],
  ["Exim", eximReport],
  ["Exchange", exchangeReport],
  ["Gmail", gmailReport],
])("a failure told by %s bounces the letter and asks about its address", async (_name, write) => {
  const world = await makeWorld({ signers: 2 });
  const [id = ""] = await lettersIn(world, "accepted", 1);
  expect(await takeBounce(write(), pathOf(id).toUpperCase())).toBe("bounced");
  expect(await letterOf(id)).toMatchObject({ state: "bounced", code: 550, enhancedCode: "5.1.1" });
  const address = await addressOf(world);
  expect(address).toMatchObject({ status: "failing", failures: 1, failureCode: "5.1.1" });
  expect(address.failedAt).not.toBeNull();
  const bounces = await db().bounce.findMany({ where: { letterId: id } });
  expect(bounces).toMatchObject([{ action: "failed", status: "5.1.1", organisationId: world.organisation.id }]);
  expect(bounces[0]?.response).toContain("User unknown");
  // One alone holds nothing.
  expect(await statesOf(world)).toEqual({ bounced: 1, queued: 1 });
});

test("delays and successes are written down, and change nothing else", async () => {
  const world = await makeWorld({ signers: 1 });
  const [id = ""] = await lettersIn(world, "accepted");
  const reports = [
    { action: "delayed", status: "4.4.1", said: "451 4.4.1 Connection timed out" },
    { action: "relayed", status: "2.1.9", said: "250 2.1.9 Ok" },
    { action: "delivered", status: "2.0.0", said: "250 2.0.0 Ok" },
    { action: "expanded", status: "2.0.0", said: "250 Ok" },
  ];
  for (const parts of reports) {
    expect(await takeBounce(postfixReport({ ...parts, messageId: messageId() }), pathOf(id))).toBe("noted");
  }
  expect(await letterOf(id)).toMatchObject({ state: "accepted", code: 250 });
  expect(await addressOf(world)).toMatchObject({ status: "working", failures: 0, failedAt: null });
  const bounces = await db().bounce.findMany({ where: { letterId: id }, orderBy: { id: "asc" } });
  expect(bounces.map(({ action, status }) => ({ action, status }))).toEqual(
    reports.map(({ action, status }) => ({ action, status })),
  );
});

test("a letter of which nobody knew whether it arrived is known to have bounced", async () => {
  const world = await makeWorld({ signers: 1 });
  const [id = ""] = await lettersIn(world, "unknown");
  expect(await takeBounce(postfixReport(), pathOf(id))).toBe("bounced");
  expect((await letterOf(id)).state).toBe("bounced");
});

test("the third letter that fails holds those that wait for the address, and those signed later; no other is touched", async () => {
  const world = await makeWorld({ signers: 8 });
  const other = await makeWorld({ signers: 1 });
  const ids = await lettersIn(world, "accepted", 3);
  const waiting = world.signatures[4]?.letters.email ?? "";
  await putLetters({ where: { id: waiting }, data: { state: "waiting" } });
  const claimed = world.signatures[5]?.letters.email ?? "";
  await putLetters({
    where: { id: claimed },
    data: { state: "claimed", lease: uuidv7(), leaseUntil: new Date(Date.now() + 60_000) },
  });
  const [broken = "", told = ""] = world.signatures.slice(6).map(({ letters }) => letters.email);
  await putLetters({ where: { id: broken }, data: { state: "held", holdReason: "breaker" } });
  await putLetters({ where: { id: told }, data: { state: "held", holdReason: "member" } });
  for (const [index, id] of ids.entries()) {
    expect(await statesOf(world)).toMatchObject({ queued: 1, waiting: 1, breaker: 1 });
    expect(await takeBounce(postfixReport({ messageId: messageId() }), pathOf(id))).toBe("bounced");
    expect((await addressOf(world)).failures).toBe(index + 1);
  }
  expect(await statesOf(world)).toEqual({ bounced: 3, address: 3, claimed: 1, member: 1 });
  expect((await addressOf(world)).status).toBe("failing");
  await makeSignature(world);
  expect(await statesOf(world)).toEqual({ bounced: 3, address: 4, claimed: 1, member: 1 });
  expect(await statesOf(other)).toEqual({ queued: 1 });
});

test("a letter that fails, is sent again and fails again counts once", async () => {
  const world = await makeWorld({ signers: 3 });
  const [id = ""] = await lettersIn(world, "accepted", 1);
  for (let time = 0; time < 3; time += 1) {
    expect(await takeBounce(postfixReport({ messageId: messageId() }), pathOf(id))).toBe("bounced");
    await putLetters({ where: { id }, data: { state: "accepted" } });
  }
  expect((await addressOf(world)).failures).toBe(1);
  expect(await statesOf(world)).toEqual({ accepted: 1, queued: 2 });
});

test("a full mailbox, and a server that gave up waiting, are failures that do not count", async () => {
  const world = await makeWorld({ signers: 5 });
  const ids = await lettersIn(world, "accepted", 4);
  const full = { status: "5.2.2", said: "552 5.2.2 Mailbox full" };
  const late = { status: "4.4.7", said: "451 4.4.7 Message expired" };
  for (const [index, id] of ids.entries()) {
    await takeBounce(postfixReport({ ...(index < 3 ? full : late), messageId: messageId() }), pathOf(id));
  }
  expect(await statesOf(world)).toEqual({ bounced: 4, queued: 1 });
  expect(await addressOf(world)).toMatchObject({ status: "failing", failures: 0, failureCode: "4.4.7" });
});

test("a refusal by policy is told to the lane; the address is not blamed", async () => {
  const world = await makeWorld({ signers: 3, ministerAddress: "minister@policy.example.org" });
  const ids = await lettersIn(world, "accepted", 2);
  for (const id of ids) {
    const report = postfixReport({ status: "5.7.1", said: "550 5.7.1 Blocked for bulk mail", messageId: messageId() });
    expect(await takeBounce(report, pathOf(id))).toBe("bounced");
  }
  expect(await addressOf(world)).toMatchObject({ status: "working", failures: 0 });
  const lane = await db().lane.findUniqueOrThrow({ where: { name: world.minister.lane } });
  expect(lane).toMatchObject({
    returns: 2,
    code: 550,
    enhancedCode: "5.7.1",
    response: "550 5.7.1 Blocked for bulk mail",
  });
  expect(lane.returnedAt).not.toBeNull();
  expect(await statesOf(world)).toEqual({ bounced: 2, queued: 1 });
});

test("a mail to a signer bounces, and nobody else is blamed", async () => {
  const world = await makeWorld({ signers: 1 });
  const [signature] = world.signatures;
  if (!signature) throw new Error("no signature");
  const { id } = await makeMail(world, signature);
  await db().$transaction([
    db().$executeRaw`alter table mails disable trigger mails_transition`,
    db().mail.update({ where: { id }, data: { state: "accepted", lane: "" } }),
    db().$executeRaw`alter table mails enable trigger mails_transition`,
  ]);
  expect(await takeBounce(postfixReport(), pathOf(id))).toBe("ignored");
  expect(await takeBounce(postfixReport(), pathOf(id, "mails"))).toBe("bounced");
  expect(await takeBounce(postfixReport(), pathOf(id, "mails"))).toBe("ignored");
  expect(await db().mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "bounced",
    enhancedCode: "5.1.1",
  });
  expect(await addressOf(world)).toMatchObject({ status: "working", failures: 0 });
  expect(await db().bounce.count({ where: { mailId: id } })).toBe(1);
});

test("forgeries, duplicates, auto-replies and what is about no letter of ours change nothing", async () => {
  const world = await makeWorld({ signers: 3 });
  const [id = ""] = await lettersIn(world, "accepted", 1);
  await takeBounce(postfixReport(), pathOf(id));
  const before = await snapshot(world);
  const token = pathOf(id).slice("bounces+".length, -"@appeals.example.org".length);
  const forged = Array.from({ length: 12 }, (_, n) => {
    const place = 1 + n * 3;
    const letter = token[place] === "a" ? "b" : "a";
    return `bounces+${token.slice(0, place)}${letter}${token.slice(place + 1)}@appeals.example.org`;
  });
  const elsewhere = [
    `bounces+m${token.slice(1)}@appeals.example.org`,
    "bounces@appeals.example.org",
    "",
    pathOf(uuidv7()),
  ];
  for (const to of [...forged, ...elsewhere]) {
    expect(await takeBounce(postfixReport({ messageId: messageId() }), to)).toBe("ignored");
  }
  const again = Buffer.concat([Buffer.from("Received: from elsewhere\r\n"), postfixReport()]);
  for (const raw of [postfixReport(), again, autoReply(), autoReply("auto-generated"), Buffer.from("550 5.1.1\r\n")]) {
    expect(await takeBounce(raw, pathOf(id))).toBe("ignored");
  }
  const queued = world.signatures[1]?.letters.email ?? "";
  expect(await takeBounce(postfixReport({ messageId: messageId() }), pathOf(queued))).toBe("ignored");
  expect(await snapshot(world)).toEqual(before);
});

test.each([
  "queued",
  "waiting",
  "held",
  "failed",
  "quarantined",
  "cancelled",
  "expired",
  "captured",
  "with_signer",
] as const)("a letter no server has taken (%s) does not bounce", async (state) => {
  const world = await makeWorld({ signers: 1 });
  const [id = ""] = await lettersIn(world, state);
  const before = await snapshot(world);
  expect(await takeBounce(postfixReport(), pathOf(id))).toBe("ignored");
  expect(await snapshot(world)).toEqual(before);
});

test("a report that is faster than the mark is asked for again, or waits for it", async () => {
  const world = await makeWorld({ signers: 2 });
  const [slow = ""] = await lettersIn(world, "transmitting", 1);
  const quick = world.signatures[1]?.letters.email ?? "";
  await putLetters({ where: { id: quick }, data: { state: "transmitting", ...leaving() } });
  expect(await takeBounce(postfixReport(), pathOf(slow))).toBe("later");
  const over = { state: "accepted", lease: null, leaseUntil: null } as const;
  const taken = takeBounce(postfixReport(), pathOf(quick));
  await db().letter.update({ where: { id: quick }, data: over });
  expect(await taken).toBe("bounced");
  await db().letter.update({ where: { id: slow }, data: over });
  expect(await takeBounce(postfixReport(), pathOf(slow))).toBe("bounced");
});

test("many workers with the same reports at once: each counts once", async () => {
  const world = await makeWorld({ signers: 12 });
  const ids = await lettersIn(world, "accepted", 8);
  const reports = ids.map((id) => ({ id, raw: postfixReport({ messageId: messageId() }) }));
  const outcomes = await Promise.all(
    [...reports, ...reports, ...reports].map(({ id, raw }) => takeBounce(raw, pathOf(id))),
  );
  expect(outcomes.filter((outcome) => outcome === "bounced")).toHaveLength(8);
  expect(outcomes.filter((outcome) => outcome === "ignored")).toHaveLength(16);
  expect(await addressOf(world)).toMatchObject({ failures: 8, status: "failing" });
  expect(await statesOf(world)).toEqual({ bounced: 8, address: 4 });
});

test("an address that is dead stays dead", async () => {
  const world = await makeWorld({ signers: 1 });
  const [id = ""] = await lettersIn(world, "accepted");
  await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
  await takeBounce(postfixReport(), pathOf(id));
  expect((await addressOf(world)).status).toBe("dead");
});

test("nothing a report quotes, and no address, is in any table", async () => {
  const world = await makeWorld({ signers: 2 });
  const [id = "", other = ""] = await lettersIn(world, "accepted");
  await takeBounce(postfixReport(), pathOf(id));
  await takeBounce(
    gmailReport({ status: "5.7.1", said: "550 5.7.1 <ann@signers.test> QUOTE not kept by us? minister" }),
    pathOf(other),
  );
  const { rows } = await pool().query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  expect(rows.length).toBeGreaterThan(30);
  for (const { name } of rows) {
    const found = await pool().query(`select from "${name}" t where t::text ilike any ($1)`, [
      ["%QUOTED WORDS%", "%ann@signers%"],
    ]);
    expect([name, found.rowCount]).toEqual([name, 0]);
  }
  for (const { response } of await db().bounce.findMany()) expect(response).not.toMatch(/@|minister/);
});

async function bounceAfter(change: (world: World) => Promise<unknown>): Promise<Uint8Array | null> {
  const world = await makeWorld({ signers: 1 });
  const [id = ""] = await lettersIn(world, "accepted");
  const long = new Date(Date.now() - 3_600_000);
  const where = { id };
  await putLetters({ where, data: { createdAt: long, stateAt: long, sealedBytes: new Uint8Array([1]) } });
  await change(world);
  expect(await takeBounce(postfixReport(), pathOf(id))).toBe("bounced");
  return (await letterOf(id)).sealedBytes;
}

describe("bytes that a letter left with", () => {
  test("stay when it comes back", async () => {
    expect(await bounceAfter(async () => null)).not.toBeNull();
  });

  test("go when it comes back after a consent was withdrawn", async () => {
    const bytes = await bounceAfter(async ({ person }) => {
      await makeConsent(person, "name");
      await db().consent.updateMany({ where: { personId: person.id }, data: { withdrawnAt: new Date() } });
    });
    expect(bytes).toBeNull();
  });

  test("go when it comes back after words were named that must not be mentioned", async () => {
    const bytes = await bounceAfter(({ campaign: { id } }) =>
      db().campaign.update({ where: { id }, data: { doNotMention: ["border"], doNotMentionAt: new Date() } }),
    );
    expect(bytes).toBeNull();
  });
});
