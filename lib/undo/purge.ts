import { db } from "@/lib/db";
import { undoMs } from "./schema";

/**
 * Forgets what can no longer be taken back.
 * @returns how many
 */
export async function purgeUndos(now: Date = new Date()): Promise<number> {
  const { count } = await db().undo.deleteMany({ where: { at: { lt: new Date(now.getTime() - undoMs) } } });
  return count;
}
