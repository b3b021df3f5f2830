import { db } from "@/lib/db";

const keptDays = 14;

/** Forgets what the chart of delivery no longer shows. @returns how many rows */
export async function purgeMinutes(): Promise<number> {
  return db().$executeRaw`delete from delivery_minutes where minute < now() - make_interval(days => ${keptDays})`;
}
