import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db, pool } from "@/lib/db";
import { pauseDelivery } from "@/lib/delivery/pause";
import { listPauses } from "@/lib/delivery/pauses";
import { resumeDelivery } from "@/lib/delivery/resume";
import type { PauseInput } from "@/lib/delivery/schema";
import { makeMail, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

function scopesOf({ campaign, minister }: World): PauseInput[] {
  return [
    { scope: "installation", reason: "a restore is tried" },
    { scope: "organisation", reason: "" },
    { scope: "campaign", subjectId: campaign.id, reason: "the facts are checked" },
    { scope: "recipient", subjectId: minister.id, reason: "the office asked us" },
    { scope: "lane", lane: minister.lane, reason: "their server is overrun" },
  ];
}

async function jobs(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>("select count(*)::int from graphile_worker.jobs");
  return rows[0]?.count ?? 0;
}

function audits({ organisationId }: Actor) {
  return db().auditEvent.findMany({
    where: { organisationId, action: { startsWith: "delivery." } },
    orderBy: { at: "asc" },
    select: { action: true, subjectId: true, reason: true },
  });
}

test("each scope can be paused once and resumed, by name, with its reason and in the log", async () => {
  const world = await makeWorld();
  const owner = await makeMember(world.organisation);
  for (const input of scopesOf(world)) {
    const id = await pauseDelivery(owner, input);
    expect(await pauseDelivery(owner, { ...input, reason: "again" }), input.scope).toBe(id);
    const [pause, ...others] = await listPauses(owner);
    expect(others).toEqual([]);
    expect(pause).toMatchObject({
      id,
      scope: input.scope,
      cause: "member",
      reason: input.reason,
      madeBy: "Amal Haddad",
      mine: true,
    });
    const before = await jobs();
    await resumeDelivery(owner, id);
    await resumeDelivery(owner, id);
    expect(await jobs()).toBe(before + 1);
    expect(await listPauses(owner)).toEqual([]);
    const events = (await audits(owner)).filter(({ subjectId }) => subjectId === id);
    expect(events.map(({ action, reason }) => `${action} ${reason}`)).toEqual([
      `delivery.pause ${input.scope}`,
      `delivery.resume ${input.scope}`,
    ]);
  }
});

test("a pause says what it is of", async () => {
  const world = await makeWorld();
  const owner = await makeMember(world.organisation);
  for (const input of scopesOf(world)) await pauseDelivery(owner, input);
  expect((await listPauses(owner)).map(({ scope, subject }) => [scope, subject])).toEqual([
    ["installation", null],
    ["organisation", null],
    ["campaign", "Do not send him back"],
    ["recipient", "Minister of Foreign Affairs"],
    ["lane", "mfa.example.org"],
  ]);
  await db().pause.updateMany({ data: { endedAt: new Date() } });
});

test("a campaigner steers what is below the organisation, and no more", async () => {
  const world = await makeWorld();
  const campaigner = await makeMember(world.organisation, { role: "campaigner" });
  const owner = await makeMember(world.organisation);
  const [everything, organisation, campaign] = scopesOf(world) as [PauseInput, PauseInput, PauseInput];
  for (const wide of [everything, organisation]) {
    await expect(pauseDelivery(campaigner, wide)).rejects.toMatchObject({ code: "no-access" });
    const id = await pauseDelivery(owner, wide);
    await expect(resumeDelivery(campaigner, id)).rejects.toMatchObject({ code: "no-access" });
    expect(await listPauses(campaigner)).toMatchObject([{ id, mine: false }]);
    await resumeDelivery(owner, id);
  }
  await resumeDelivery(campaigner, await pauseDelivery(owner, campaign));
  expect(await listPauses(owner)).toEqual([]);
});

test("what belongs to others, or to nobody, cannot be paused", async () => {
  const world = await makeWorld();
  const stranger = await makeMember((await makeWorld()).organisation);
  const other = await makeWorld({ ministerAddress: "minister@elsewhere.example.org" });
  const member = await makeMember(other.organisation);
  for (const input of [
    { scope: "campaign", subjectId: world.campaign.id, reason: "" },
    { scope: "recipient", subjectId: world.minister.id, reason: "" },
    { scope: "campaign", subjectId: "no id", reason: "" },
    { scope: "campaign", reason: "" },
    { scope: "lane", reason: "" },
  ] as const) {
    await expect(pauseDelivery(stranger, input), JSON.stringify(input)).rejects.toMatchObject({ code: "not-found" });
  }
  const lane = { scope: "lane", lane: world.minister.lane, reason: "" } as const;
  await expect(pauseDelivery(member, lane)).rejects.toMatchObject({ code: "not-found" });
  const id = await pauseDelivery(await makeMember(world.organisation), lane);
  await expect(resumeDelivery(member, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(resumeDelivery(member, "no id")).rejects.toMatchObject({ code: "not-found" });
  expect(await listPauses(member)).toEqual([]);
  await db().pause.updateMany({ data: { endedAt: new Date() } });
});

test("an owner elsewhere may pause the whole installation; who that is, others are not told", async () => {
  const owner = await makeMember((await makeWorld()).organisation);
  const id = await pauseDelivery(owner, { scope: "installation", reason: "a restore is tried" });
  const elsewhere = await makeMember((await makeWorld()).organisation);
  expect(await listPauses(elsewhere)).toMatchObject([{ id, madeBy: null, reason: "a restore is tried" }]);
  await resumeDelivery(elsewhere, id);
  expect(await listPauses(owner)).toEqual([]);
});

test("a restored database flags what may have left before it sends again", async () => {
  const world = await makeWorld({ signers: 3 });
  const owner = await makeMember(world.organisation);
  const [first, second, third] = world.signatures;
  if (!first || !second || !third) throw new Error("signatures are missing");
  await putLetters({ where: { signatureId: second.id, channel: "email" }, data: { state: "accepted" } });
  await putLetters({
    where: { signatureId: third.id, channel: "email" },
    data: { state: "held", holdReason: "member" },
  });
  const mail = await makeMail(world, first);
  const pause = { id: uuidv7(), scope: "installation", cause: "restored" } as const;
  await db().pause.create({ data: { ...pause, createdAt: new Date() } });
  await db().letter.update({
    where: { id: second.letters.fax ?? "" },
    data: { state: "queued", createdAt: new Date(Date.now() + 60_000) },
  });
  await resumeDelivery(owner, pause.id);
  const flagged = await db().letter.findMany({ where: { doubledAt: { not: null } }, select: { id: true } });
  expect(flagged.map(({ id }) => id).toSorted()).toEqual(
    [`${first.letters.email}`, `${third.letters.email}`].toSorted(),
  );
  expect((await db().mail.findUniqueOrThrow({ where: { id: mail.id } })).doubledAt).not.toBeNull();
  expect(await listPauses(owner)).toEqual([]);
});

test("a restored database flags also what a member may let leave again", async () => {
  const world = await makeWorld({ signers: 2 });
  const owner = await makeMember(world.organisation);
  for (const [index, state] of (["bounced", "quarantined"] as const).entries()) {
    const signatureId = world.signatures[index]?.id ?? "";
    await putLetters({ where: { signatureId, channel: "email" }, data: { state } });
  }
  const pause = { id: uuidv7(), scope: "installation", cause: "restored" } as const;
  await db().pause.create({ data: { ...pause, createdAt: new Date() } });
  await resumeDelivery(owner, pause.id);
  const where = { campaignId: world.campaign.id, channel: "email", doubledAt: { not: null } } as const;
  expect(await db().letter.count({ where })).toBe(2);
});
