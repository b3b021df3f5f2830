import { validate } from "uuid";
import { db } from "@/lib/db";
import { factorShape } from "./has-second-factor";

/** A session nobody used for this long is over. */
export const idleSeconds = 12 * 3600;
const touchSeconds = 60;

/** A session that may be used now, and the memberships its account has today, oldest first. */
export type CheckedSession = Awaited<ReturnType<typeof readSession>>;

/**
 * The session behind an id, or null when it was ended, is too old, was idle too long, or its account is a member nowhere.
 * One that still awaits a second factor is none.
 * Notes at most once a minute that it was used.
 */
export async function checkSession(id: string): Promise<NonNullable<CheckedSession> | null> {
  if (!validate(id)) return null;
  const now = new Date();
  const session = await readSession(id, now);
  if (!session || session.account.members.length === 0) return null;
  const stale = new Date(now.getTime() - touchSeconds * 1000);
  if (session.lastSeenAt < stale) {
    await db().session.updateMany({ where: { id, lastSeenAt: { lt: stale } }, data: { lastSeenAt: now } });
  }
  return session;
}

/** A session that may be used now, without noting that it is. @param id a uuid */
export async function readSession(id: string, now: Date) {
  const idleSince = new Date(now.getTime() - idleSeconds * 1000);
  return db().session.findFirst({
    where: { id, endedAt: null, awaitsUntil: null, expiresAt: { gt: now }, lastSeenAt: { gt: idleSince } },
    select: {
      id: true,
      memberId: true,
      lastSeenAt: true,
      account: {
        select: {
          id: true,
          ...factorShape,
          members: {
            where: { removedAt: null },
            orderBy: [{ createdAt: "asc" }, { id: "asc" }],
            select: {
              id: true,
              organisationId: true,
              role: true,
              granted: true,
              taken: true,
              organisation: { select: { secondFactorRequiredAt: true } },
            },
          },
        },
      },
    },
  });
}
