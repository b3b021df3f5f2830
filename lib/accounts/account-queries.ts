import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { idleSeconds } from "./check-session";

/** A session that can be used now. `lastSeenAt` is exact to a minute. */
export type DeskSession = { id: string; createdAt: Date; lastSeenAt: Date; device: string | null; current: boolean };

/**
 * The actor's own account.
 * @throws Refusal("no-access")
 */
export async function getAccount(actor: Actor): Promise<{ name: string; email: string }> {
  await requireAccess(actor, "account.edit");
  return db().account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { name: true, email: true } });
}

/**
 * The sessions of the actor's account that can be used now, the one used last first.
 * @param currentId the one that asks
 * @throws Refusal("no-access")
 */
export async function listSessions(actor: Actor, currentId: string | null): Promise<DeskSession[]> {
  await requireAccess(actor, "account.edit");
  const now = new Date();
  const idleSince = new Date(now.getTime() - idleSeconds * 1000);
  const rows = await db().session.findMany({
    where: {
      accountId: actor.accountId,
      endedAt: null,
      awaitsUntil: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: idleSince },
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, createdAt: true, lastSeenAt: true, device: true },
  });
  return rows.map((row) => ({ ...row, current: row.id === currentId }));
}

/**
 * The actor's memberships in other organisations, by name.
 * @throws Refusal("no-access")
 */
export async function listOtherOrganisations(actor: Actor): Promise<{ memberId: string; organisation: string }[]> {
  await requireAccess(actor, "account.edit");
  const rows = await db().member.findMany({
    where: { accountId: actor.accountId, removedAt: null, id: { not: actor.memberId } },
    orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
    select: { id: true, organisation: { select: { name: true } } },
  });
  return rows.map(({ id, organisation }) => ({ memberId: id, organisation: organisation.name }));
}
