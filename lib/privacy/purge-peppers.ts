import { db } from "@/lib/db";

/**
 * Destroys the peppers of past days (UTC) and what was limited under them: from then on nobody can join two days, or two
 * campaigns, by an address.
 * @returns how many peppers
 */
export async function purgePeppers(now: Date = new Date()): Promise<number> {
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const before = { where: { day: { lt: today } } };
  await db().mailLimit.deleteMany(before);
  const { count } = await db().dailyPepper.deleteMany(before);
  return count;
}
