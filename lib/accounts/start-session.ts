import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";

/** A session ends this long after it began, whatever happens. */
export const lifetimeSeconds = 7 * 24 * 3600;

/** @returns the id of the new session's row: all that a cookie may carry */
export async function startSession(accountId: string): Promise<string> {
  const id = uuid();
  const expiresAt = new Date(Date.now() + lifetimeSeconds * 1000);
  await db().session.create({ data: { id, accountId, expiresAt } });
  return id;
}
