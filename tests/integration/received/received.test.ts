import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db, pool } from "@/lib/db";
import { openOriginal } from "@/lib/originals/queries";
import { bringBackReceived } from "@/lib/received/bring-back";
import { discardReceived } from "@/lib/received/discard";
import { placeLines } from "@/lib/received/place-lines";
import { previewEncodings } from "@/lib/received/preview-encodings";
import { purgeReceived } from "@/lib/received/purge";
import { getReceived, listReceived, type OpenedReceived, openReceivedFile } from "@/lib/received/queries";
import { readReceivedAgain } from "@/lib/received/read-again";
import { receiveAppeal } from "@/lib/received/receive";
import { saveReceived } from "@/lib/received/save";
import { draftFormSchema } from "@/lib/received/schema";
import { takeReceived } from "@/lib/received/take";
import { makeWorld, type World } from "@/tests/factories";
import { inEncoding } from "@/tests/imports";
import { makeMember } from "@/tests/members";
import { appealText, makeReceived } from "@/tests/received";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

async function open(id: string): Promise<OpenedReceived> {
  const received = await getReceived(actor, id);
  if ("campaignId" in received) throw new Error("a campaign was made of it already");
  return received;
}

/** Saves some fields of a draft as its form would. @returns the mark after it */
async function type(id: string, typed: Record<string, string>): Promise<string> {
  const { seen, content } = await open(id);
  return saveReceived(actor, id, { ...content.fields, ...typed, seen });
}

const eventsOf = async (id: string) =>
  (await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(({ action }) => action);

/** Everything the database holds of received appeals, as a dump would show it. */
async function dump(): Promise<string> {
  const { rows } = await pool().query<{ row: string }>(
    "select row_to_json(r)::text as row from received_appeals r union all select row_to_json(e)::text from audit_events e",
  );
  return rows.map(({ row }) => row).join("\n");
}

function saysPlainly(dumped: string, words: string): boolean {
  return dumped.includes(words) || dumped.includes(Buffer.from(words).toString("hex"));
}

describe("an appeal that is pasted", () => {
  test("makes no second entry of the library by itself", async () => {
    const bytes = Buffer.from(
      "URGENT APPEAL\n\nPlease write at once.\n\nAPPEALS TO:\n\nMinister of Foreign Affairs\nE-mail: minister@mfa.example.org\n",
    );
    const read = await open(await receiveAppeal(actor, { bytes, name: "a.txt" }));
    expect(read.content.fields["recipient-r1-becomes"]).toBe(world.minister.id);
    const unwanted = { doNotContactAt: new Date() };
    await db().recipient.update({ where: { id: world.minister.id }, data: unwanted });
    const again = await open(await receiveAppeal(actor, { bytes, name: "a.txt" }));
    expect(again.content.fields["recipient-r1-becomes"]).toBe("");
  });

  test("is kept byte for byte, and a dump of the database says no word of it", async () => {
    const bytes = Buffer.from(appealText.replaceAll("\n", "\r\n"));
    const id = await receiveAppeal(actor, { bytes, name: "from-Oriel.txt" });
    expect(Buffer.from((await openReceivedFile(actor, id)).bytes)).toEqual(bytes);
    const { content } = await open(id);
    expect(content.text.split("\n")[2]).toBe("Harbour Watch Appeal HW 17/2031");
    const dumped = await dump();
    for (const words of ["Zsoldos", "Oriel", "minister@interior", "Harbour Watch"]) {
      expect(saysPlainly(dumped, words), words).toBe(false);
    }
    expect(await eventsOf(id)).toEqual(["received.kept", "received.opened"]);
  });

  test("is opened again within minutes without a second entry, and by another member with one", async () => {
    const id = await makeReceived(actor);
    await open(id);
    await open(id);
    await getReceived(await makeMember(world.organisation), id);
    expect(await eventsOf(id)).toEqual(["received.opened", "received.opened"]);
  });

  test.each([
    ["nothing", Buffer.alloc(0), "document-empty"],
    [
      "a program",
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 0, 2, 0, 0, 0xff, 0xfe, 0, 0]),
      "document-unreadable",
    ],
    ["a file that is too large", Buffer.alloc(5 * 1024 * 1024 + 1, 0x41), "too-large"],
  ])("%s is refused at its field and not kept", async (_what, bytes, code) => {
    await expect(receiveAppeal(actor, { bytes, name: "x" })).rejects.toMatchObject({
      issues: [{ path: ["appealFile"], message: code }],
    });
    expect(await listReceived(actor)).toEqual([]);
  });

  test("belongs to its organisation: nobody else's list has it", async () => {
    await makeReceived(actor);
    const stranger = await makeMember((await makeWorld()).organisation);
    expect(await listReceived(stranger)).toEqual([]);
    expect((await listReceived(actor)).map(({ title, by }) => [title, by !== null])).toEqual([
      ["The teacher Benedek Zsoldos", true],
    ]);
  });
});

describe("a draft", () => {
  test("keeps what is typed, and nothing under a mark that is no longer its own", async () => {
    const id = await makeReceived(actor);
    const { seen, content } = await open(id);
    const saved = await saveReceived(actor, id, {
      ...content.fields,
      title: "A teacher is missing",
      strange: "x",
      seen,
    });
    await expect(saveReceived(actor, id, { ...content.fields, title: "Mine", seen })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const now = await open(id);
    expect(now.seen).toBe(saved);
    expect(now.content.fields).toEqual({ ...content.fields, title: "A teacher is missing" });
    // What is the same as before is no change, whoever saves it.
    expect(await saveReceived(actor, id, { ...now.content.fields, seen: "1" })).toBe(saved);
  });

  test("keeps a field that is longer than a campaign takes, and everything beside it", async () => {
    const many = "He was taken at night. ".repeat(1000).trim();
    const id = await makeReceived(actor, { background: { text: many, lines: [6], confidence: 0.9 } });
    const typed = draftFormSchema.parse({ ...(await open(id)).content.fields, title: "A teacher is missing" });
    await type(id, typed);
    await placeLines(actor, id, { from: 14, to: 14, as: "note" });
    expect((await open(id)).content.fields).toMatchObject({ background: many, title: "A teacher is missing" });
    const { seen, content } = await open(id);
    const taken = takeReceived(actor, id, { ...content.fields, "person-p1-fate": "at-risk", seen });
    await expect(taken).rejects.toMatchObject({ issues: [{ path: ["background"], message: "too-long" }] });
    expect((await open(id)).content.fields.background).toBe(many);
  });

  test("holds no field that is longer than an appeal may be", () => {
    const { error } = draftFormSchema.safeParse({ note: "x".repeat(500_001) });
    expect(error?.issues).toMatchObject([{ path: ["note"], message: "too-long" }]);
  });

  test("takes lines as another field, and they leave the one they were read into", async () => {
    const id = await makeReceived(actor, { background: { text: "Let him go home.", lines: [14], confidence: 0.9 } });
    await placeLines(actor, id, { from: 14, to: 14, as: "note" });
    const { fields, traces, touched } = (await open(id)).content;
    expect(fields).toMatchObject({ note: "Let him go home.", background: "" });
    expect(traces.note).toEqual({ lines: [14], confidence: 1, chosen: true });
    expect(touched).toBe("note");
  });

  test("takes lines as a recipient with its addresses, and as an address of one", async () => {
    const id = await makeReceived(actor, { recipients: [], country: "GB" });
    await placeLines(actor, id, { from: 20, to: 21, as: "recipient" });
    await placeLines(actor, id, { from: 22, to: 22, as: "address:r1" });
    expect((await open(id)).content.fields).toMatchObject({
      "recipient-r1-office": "Minister of the Interior",
      "recipient-r1-a1-channel": "email",
      "recipient-r1-a1-value": "minister@interior.example.org",
      "recipient-r1-a2-channel": "fax",
      "recipient-r1-a2-value": "+441632960123",
    });
    await placeLines(actor, id, { from: 21, to: 21, as: "not-recipient" });
    expect((await open(id)).content.fields["recipient-r1-becomes"]).toBe("leave");
  });

  test("refuses lines without words", async () => {
    const id = await makeReceived(actor);
    await expect(placeLines(actor, id, { from: 2, to: 2, as: "title" })).rejects.toMatchObject({
      issues: [{ path: ["$from"], message: "no-words" }],
    });
  });

  test("is read in another encoding, and keeps what a member has changed", async () => {
    const bytes = inEncoding("제목: 긴급 행동\n\n장관님께 편지를 써 주십시오.\n", "euc-kr");
    const id = await receiveAppeal(actor, { bytes: Buffer.from(bytes), name: "k.txt" });
    await readReceivedAgain(actor, id, { encoding: "shift_jis" });
    expect((await open(id)).content.text).not.toContain("긴급");
    const previews = await previewEncodings(actor, id);
    expect(previews.find(({ encoding }) => encoding === "euc-kr")?.sample).toContain("긴급 행동");
    await type(id, { title: "An urgent action" });
    await readReceivedAgain(actor, id, { encoding: "euc-kr" });
    const { content, encoding } = await open(id);
    expect([content.text.split("\n")[0], content.fields.title, encoding]).toEqual([
      "제목: 긴급 행동",
      "An urgent action",
      "euc-kr",
    ]);
  });

  test("is put aside, brought back, and forgotten in time", async () => {
    const id = await makeReceived(actor);
    await discardReceived(actor, id);
    await expect(getReceived(actor, id)).rejects.toMatchObject({ code: "not-found" });
    await bringBackReceived(actor, id);
    await open(id);
    await discardReceived(actor, id);
    const day = 86_400_000;
    const old = (days: number) => ({ changedAt: new Date(Date.now() - days * day) });
    await db().receivedAppeal.update({ where: { id }, data: old(8) });
    const left = await makeReceived(actor);
    await db().receivedAppeal.update({ where: { id: left }, data: old(59) });
    await purgeReceived();
    expect((await listReceived(actor)).map((row) => row.id)).toEqual([left]);
    await db().receivedAppeal.update({ where: { id: left }, data: old(61) });
    await purgeReceived();
    expect(await listReceived(actor)).toEqual([]);
    const { organisationId } = actor;
    const events = await db().auditEvent.findMany({ where: { organisationId, action: "received.purged" } });
    expect(events).toMatchObject([
      { reason: "1", accountId: null, subjectId: null },
      { reason: "1", accountId: null, subjectId: null },
    ]);
  });
});

test("once a campaign is made, the original is the campaign's, and nothing is left of what was received", async () => {
  const id = await makeReceived(actor);
  const { seen, content } = await open(id);
  const campaignId = await takeReceived(actor, id, { ...content.fields, "person-p1-fate": "at-risk", seen });
  expect(Buffer.from((await openOriginal(actor, campaignId)).bytes).toString()).toBe(appealText);
  expect(await db().receivedAppeal.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "taken",
    campaignId,
    sealedKey: null,
    sealedBytes: null,
    sealedContent: null,
    sealedTitle: null,
  });
  expect(await getReceived(actor, id)).toEqual({ campaignId });
  await expect(discardReceived(actor, id)).rejects.toMatchObject({ code: "not-possible-now" });
  await expect(bringBackReceived(actor, id)).rejects.toMatchObject({ code: "not-possible-now" });
});
