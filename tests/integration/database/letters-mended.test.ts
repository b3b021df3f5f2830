import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { stopCampaign } from "@/lib/campaigns/stop";
import { db, pool } from "@/lib/db";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { tellStopped } from "@/lib/signatures/tell-stopped.sql";
import { makeMail, makeSignature, makeWorld, type TestSignature, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

// What the migration does to rows of before; it can be run again.
const statements = readFileSync("prisma/migrations/20261127150100_letters_mended/migration.sql", "utf8");
const repair = () => pool().query(statements);

const silent = { reason: null, note: null, discreet: false };
let world: World;
let actor: Actor;
let signature: TestSignature;

beforeEach(async () => {
  await db().campaign.updateMany({ where: { stoppedAt: { not: null } }, data: { stopToldAt: new Date() } });
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
  signature = await makeSignature(world);
});

const wordOf = (id: string) => db().recipient.findUniqueOrThrow({ where: { id } });

test("offices that were merged have the word of the one that stayed, said or lifted", async () => {
  const { minister, ambassador } = world;
  await mergeRecipients(actor, { stays: minister.id, goes: ambassador.id });
  await db().recipient.update({ where: { id: ambassador.id }, data: { doNotContactAt: new Date() } });
  await repair();
  expect(await wordOf(ambassador.id)).toMatchObject({ doNotContactAt: null });
  const said = { doNotContactAt: new Date(), doNotContactReason: "They asked us." };
  await db().recipient.update({ where: { id: minister.id }, data: said });
  await repair();
  expect(await wordOf(ambassador.id)).toMatchObject(said);
});

/** The mail of a STOP that was lifted before rounds were kept apart. */
async function toldLongAgo(): Promise<void> {
  const { id } = await makeMail(world, signature, "stopped");
  const createdAt = new Date(Date.now() - 24 * 3_600_000);
  await db().mail.update({ where: { id }, data: { createdAt } });
}

test("the next STOP reaches those who were told of one that was lifted long ago", async () => {
  await toldLongAgo();
  await repair();
  await stopCampaign(actor, world.campaign.id, silent);
  expect(await tellStopped()).toBe(1);
});

test("so does one that has come since; who was told of that one is not told again", async () => {
  await toldLongAgo();
  await stopCampaign(actor, world.campaign.id, silent);
  expect(await tellStopped()).toBe(0);
  await db().campaign.update({ where: { id: world.campaign.id }, data: { stopToldAt: new Date() } });
  await repair();
  expect(await tellStopped()).toBe(1);
  await repair();
  expect(await tellStopped()).toBe(0);
});
