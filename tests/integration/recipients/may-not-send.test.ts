import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { editCell } from "@/lib/library/edit-cell";
import { recipientFields } from "@/lib/recipients/form";
import { listUnreached } from "@/lib/recipients/list-unreached";
import { markAddressDead } from "@/lib/recipients/mark-address-dead";
import { getRecipient } from "@/lib/recipients/queries";
import { releaseWaiting } from "@/lib/recipients/release-waiting";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { recipientSchema } from "@/lib/recipients/schema";
import { readDrifts } from "@/lib/reports/recount.sql";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { startSite } from "@/tests/running-site";

// A campaigner from whom the right to send was taken may look after addresses; letters leave by who may send.

let world: World;
let editor: Actor;
let sender: Actor;

const email = { "address-1-channel": "email", "address-1-value": "office@justice.example" };

beforeEach(async () => {
  world = await makeWorld({ signers: 3 });
  editor = await makeMember(world.organisation, { role: "campaigner" });
  sender = await makeMember(world.organisation, { role: "campaigner" });
  await db().member.update({ where: { id: editor.memberId }, data: { taken: ["send"] } });
});

const own = () => ({ campaignId: world.campaign.id, recipientId: world.minister.id });

async function save(change: Record<string, string>, actor = editor): Promise<void> {
  const recipient = await getRecipient(actor, world.minister.id);
  const form = { languages: "en ar", seen: recipient.seen, ...recipientFields(recipient), ...change };
  await saveRecipient(actor, world.minister.id, recipientSchema.parse(form));
}

async function states(): Promise<Record<string, number>> {
  const groups = await db().letter.groupBy({ by: ["state", "holdReason"], where: own(), _count: true });
  return Object.fromEntries(groups.map(({ state, holdReason, _count }) => [holdReason ?? state, _count]));
}

const waiting = async () => (await listUnreached(editor)).map(({ id, ready }) => ({ id, ready }));

test("an address that is added lets no letter go; who may send lets them go", async () => {
  await putLetters({ where: own(), data: { state: "held", holdReason: "address", addressId: null } });
  await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
  expect(await waiting()).toEqual([{ id: world.minister.id, ready: 0 }]);
  await save(email);
  expect(await states()).toEqual({ address: 3 });
  expect(await waiting()).toEqual([{ id: world.minister.id, ready: 3 }]);
  await expect(releaseWaiting(editor, world.minister.id)).rejects.toMatchObject({ code: "no-access" });
  await releaseWaiting(sender, world.minister.id);
  expect(await states()).toEqual({ queued: 3 });
  expect(await readDrifts()).toEqual([]);
  const where = { action: "letters.rerouted", subjectId: world.minister.id };
  expect(await db().auditEvent.findMany({ where, select: { accountId: true, reason: true } })).toEqual([
    { accountId: sender.accountId, reason: "3" },
  ]);
});

test("letters on their way to an address given up are held, not sent where this member says", async () => {
  await save({ ...email });
  await markAddressDead(editor, world.minister.addressId);
  expect(await states()).toEqual({ address: 3 });
  await releaseWaiting(sender, world.minister.id);
  const lanes = await db().letter.findMany({ where: own(), select: { lane: true, state: true }, distinct: ["lane"] });
  expect(lanes).toEqual([{ lane: "justice.example", state: "queued" }]);
});

test("saying that the address works again forgets its failures and lets no held letter go", async () => {
  const failing = { status: "failing", failures: 3, failedAt: new Date() } as const;
  await db().address.update({ where: { id: world.minister.addressId }, data: failing });
  await putLetters({ where: own(), data: { state: "held", holdReason: "address" } });
  expect(await waiting()).toEqual([{ id: world.minister.id, ready: 0 }]);
  await save({ "address-0-status": "working" });
  expect(await states()).toEqual({ address: 3 });
  expect(await waiting()).toEqual([{ id: world.minister.id, ready: 3 }]);
});

test("the same by a cell of the library", async () => {
  await putLetters({ where: own(), data: { state: "held", holdReason: "address", addressId: null } });
  await db().address.update({ where: { id: world.minister.addressId }, data: { retiredAt: new Date() } });
  const change = { id: world.minister.id, field: "email", value: "office@justice.example", seen: "" } as const;
  await editCell(editor, change);
  expect(await states()).toEqual({ address: 3 });
  await editCell(sender, { ...change, value: "other@justice.example", seen: "office@justice.example" });
  expect(await states()).toEqual({ queued: 3 });
});

test("a member of another organisation releases nothing", async () => {
  const stranger = await makeMember((await makeWorld()).organisation);
  await expect(releaseWaiting(stranger, world.minister.id)).rejects.toMatchObject({ code: "not-found" });
});

test("the page of addresses has the button for who may send, and says so to others", async () => {
  await putLetters({ where: own(), data: { state: "held", holdReason: "address", addressId: null } });
  const site = await startSite();
  const page = async ({ accountId }: Actor) => {
    const cookie = `${sessionCookie().name}=${await sealSession(await startSession(accountId))}`;
    return (await fetch(`${site.url}/desk/addresses`, { headers: { cookie } })).text();
  };
  const [forEditor, forSender] = [await page(editor), await page(sender)];
  expect(forEditor).toContain("3 of them have an address again. A member who may send lets them go here.");
  expect(forEditor).not.toContain("Let 3 letters go");
  expect(forSender).toContain("Let 3 letters go");
}, 60_000);
