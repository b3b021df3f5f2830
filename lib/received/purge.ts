import { db } from "@/lib/db";
import { receivedLimits } from "./schema";

/**
 * Forgets received appeals with their keys: those that were discarded or taken some days ago, and those nobody has changed for
 * two months.
 * @returns how many
 */
export async function purgeReceived(): Promise<number> {
  const { count } = await db().receivedAppeal.deleteMany({
    where: {
      OR: [
        { state: { not: "open" }, changedAt: ago(receivedLimits.endedDays) },
        { state: "open", changedAt: ago(receivedLimits.openDays) },
      ],
    },
  });
  return count;
}

function ago(days: number): { lt: Date } {
  return { lt: new Date(Date.now() - days * 86_400_000) };
}
