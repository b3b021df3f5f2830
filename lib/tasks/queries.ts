import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

const shape = {
  id: true,
  kind: true,
  since: true,
  doneAt: true,
  doneBy: true,
  campaignId: true,
  campaign: { select: titleShape },
} satisfies Prisma.TaskSelect;

type Row = Prisma.TaskGetPayload<{ select: typeof shape }>;

/** Something a member has to decide about a campaign, or had to. `doneBy` is a name; null when it was done by what happened. */
export type ListedTask = Omit<Row, "campaign"> & { title: string };

const most = 200;

/**
 * What the organisation's members have to decide, the longest waiting first.
 * @throws Refusal("no-access")
 */
export async function listOpenTasks(actor: Actor, take = most): Promise<ListedTask[]> {
  await requireAccess(actor, "tasks.read");
  const where = { organisationId: actor.organisationId, doneAt: null };
  return named(await db().task.findMany({ where, orderBy: { since: "asc" }, take, select: shape }));
}

/**
 * What was decided lately, newest first.
 * @throws Refusal("no-access")
 */
export async function listDoneTasks(actor: Actor, take = 20): Promise<ListedTask[]> {
  await requireAccess(actor, "tasks.read");
  const where = { organisationId: actor.organisationId, doneAt: { not: null } };
  return named(await db().task.findMany({ where, orderBy: { doneAt: "desc" }, take, select: shape }));
}

/**
 * The open tasks of one campaign; none for one of another organisation.
 * @throws Refusal("no-access")
 */
export async function listCampaignTasks(actor: Actor, campaignId: string): Promise<ListedTask[]> {
  await requireAccess(actor, "tasks.read");
  if (!validate(campaignId)) return [];
  const where = { organisationId: actor.organisationId, campaignId, doneAt: null };
  return named(await db().task.findMany({ where, orderBy: { since: "asc" }, select: shape }));
}

/**
 * How many tasks are open.
 * @throws Refusal("no-access")
 */
export async function countOpenTasks(actor: Actor): Promise<number> {
  await requireAccess(actor, "tasks.read");
  return db().task.count({ where: { organisationId: actor.organisationId, doneAt: null } });
}

async function named(rows: Row[]): Promise<ListedTask[]> {
  const ids = rows.flatMap(({ doneBy }) => doneBy ?? []);
  const accounts = await db().account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows.map(({ campaign, doneBy, ...row }) => ({
    ...row,
    title: titleOf(campaign),
    doneBy: names.get(doneBy ?? "") ?? null,
  }));
}
