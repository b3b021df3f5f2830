import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";

/** A session ends this long after it began, whatever happens. */
export const lifetimeSeconds = 7 * 24 * 3600;

/**
 * @param memberId which of the account's memberships it begins with; without it the first
 * @returns the id of the new session's row: all that a cookie may carry
 */
export async function startSession(accountId: string, memberId: string | null = null): Promise<string> {
  const id = uuid();
  const expiresAt = new Date(Date.now() + lifetimeSeconds * 1000);
  await db().session.create({ data: { id, accountId, memberId, expiresAt } });
  return id;
}
