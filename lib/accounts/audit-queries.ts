import { validate } from "uuid";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, requireAccess } from "./access";
import { auditWords, subjectWords } from "./audit-words";
import type { AuditSearch } from "./schema";

/** One line of the log, in words. `who` is null for what the desk did by itself. */
export type AuditLine = {
  id: string;
  at: Date;
  who: string | null;
  what: string;
  subject: string | null;
  subjectId: string | null;
  reason: string | null;
};

/** @param search ids of other organisations find nothing; `before` is the id of the last line of the page before */
type Asked = { search: AuditSearch; before?: string | null | undefined; limit: number };

/**
 * The events of the actor's organisation that fit a search, newest first.
 * @returns `older` is where the next page begins, null at the end
 * @throws Refusal("no-access")
 */
export async function listEvents(actor: Actor, asked: Asked): Promise<{ lines: AuditLine[]; older: string | null }> {
  await requireAccess(actor, "audit.read");
  return readEvents(actor.organisationId, asked);
}

/**
 * Who can be searched for: members of the actor's organisation, also former ones.
 * @throws Refusal("no-access")
 */
export async function listAuditedMembers(actor: Actor): Promise<{ accountId: string; name: string }[]> {
  await requireAccess(actor, "audit.read");
  const { organisationId } = actor;
  const rows = await db().member.findMany({
    where: { organisationId },
    orderBy: [{ account: { name: "asc" } }, { id: "asc" }],
    select: { accountId: true, account: { select: { name: true } } },
  });
  return rows.map(({ accountId, account }) => ({ accountId, name: account.name }));
}

/** The same without asking who reads. */
export async function readEvents(organisationId: string, { search, before, limit }: Asked) {
  const rows = await db().auditEvent.findMany({
    where: { organisationId, ...fitting(search), ...(await after(organisationId, before)) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const accounts = await db().account.findMany({
    where: { id: { in: page.flatMap(({ accountId }) => accountId ?? []) }, members: { some: { organisationId } } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const lines = page.map(({ id, at, accountId, action, subjectType, subjectId, reason }): AuditLine => ({
    id,
    at,
    who: accountId && (names.get(accountId) ?? accountId),
    what: auditWords.get(action) ?? action,
    subject: subjectType && (subjectWords.get(subjectType) ?? subjectType),
    subjectId,
    reason,
  }));
  return { lines, older: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

function fitting({ who, what, subject, from, to }: AuditSearch): Prisma.AuditEventWhereInput {
  return {
    ...(who && { accountId: who }),
    ...(what && { action: what }),
    ...(subject && { subjectId: subject }),
    at: { ...(from && { gte: new Date(`${from}T00:00:00Z`) }), ...(to && { lte: new Date(`${to}T23:59:59.999Z`) }) },
  };
}

async function after(organisationId: string, before: string | null | undefined): Promise<Prisma.AuditEventWhereInput> {
  const last =
    before && validate(before) ? await db().auditEvent.findFirst({ where: { id: before, organisationId } }) : null;
  return last ? { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] } : {};
}
