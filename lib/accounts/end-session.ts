import { validate } from "uuid";
import { db } from "@/lib/db";

/** Ends a session for good. Ending one that is over, or never was, does nothing. */
export async function endSession(id: string): Promise<void> {
  if (!validate(id)) return;
  await db().session.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
}
