import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { listEvents } from "@/lib/accounts/audit-queries";
import { changeRights } from "@/lib/accounts/change-rights";
import { exportEvents } from "@/lib/accounts/export-events";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { makeWorld } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let owner: Actor;
const entry = { action: "campaign.pause", subjectType: "campaign" };

beforeEach(async () => {
  owner = await makeMember((await makeWorld()).organisation);
});

test("pages follow each other without a gap or a double, also within one moment", async () => {
  const subjectId = crypto.randomUUID();
  const { organisationId, accountId } = owner;
  const one = { organisationId, accountId, ...entry, subjectId, at: new Date() };
  await db().auditEvent.createMany({ data: Array.from({ length: 7 }, () => ({ ...one, id: uuid() })) });
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(owner, {
      search: { subject: subjectId },
      before,
      limit: 3,
    });
    seen.push(...page.lines.map(({ id }) => id));
    before = page.older;
  } while (before);
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
});

test("a search finds by who, what and day, and nothing of another organisation", async () => {
  const colleague = await makeMember({ id: owner.organisationId });
  const stranger = await makeMember((await makeWorld()).organisation);
  await recordEvent(owner, entry);
  await recordEvent(colleague, { ...entry, action: "campaign.resume" });
  await recordEvent(stranger, entry);
  const find = async (search: object) => (await listEvents(owner, { search, limit: 50 })).lines.map(({ what }) => what);
  expect(await find({ who: colleague.accountId })).toEqual(["Resumed a campaign"]);
  expect(await find({ what: "campaign.pause" })).toEqual(["Paused a campaign"]);
  expect(await find({ who: stranger.accountId })).toEqual([]);
  expect(await find({ to: "2001-01-01" })).toEqual([]);
  const today = new Date().toISOString().slice(0, 10);
  expect(await find({ from: today, to: today })).toHaveLength(2);
});

test("the file runs no formula, and taking it out is recorded", async () => {
  await recordEvent(owner, { ...entry, reason: "=cmd()" });
  const pieces: Buffer[] = [];
  for await (const piece of await exportEvents(owner, {})) pieces.push(piece);
  const file = Buffer.concat(pieces).toString("utf8");
  expect(file).toContain('"\'=cmd()"');
  expect(file).toContain("Exported the audit log");
});

test("only an owner changes rights, and of their own members alone", async () => {
  const held = { personal: true, manage: true, send: true, export: true };
  const campaigner = await makeMember({ id: owner.organisationId }, { role: "campaigner" });
  await expect(changeRights(campaigner, campaigner.memberId, held)).rejects.toMatchObject({ code: "no-access" });
  const stranger = await makeMember((await makeWorld()).organisation);
  await expect(changeRights(owner, stranger.memberId, held)).rejects.toMatchObject({ code: "not-found" });
  await changeRights(owner, campaigner.memberId, { ...held, send: false });
  const where = { id: campaigner.memberId };
  expect(await db().member.findUniqueOrThrow({ where })).toMatchObject({ granted: [], taken: ["send"] });
});
