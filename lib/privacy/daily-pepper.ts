import { randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { deriveKey, seal, unseal } from "./sealing";

const shared = globalThis as typeof globalThis & { appealsDailyPepper?: { day: string; pepper: Buffer } };

/**
 * The pepper of today (UTC) for limits that reach across campaigns. The purge destroys those of past days, and with them
 * the means to join what was limited on different days.
 */
export async function getDailyPepper(now: Date = new Date()): Promise<Buffer> {
  const day = now.toISOString().slice(0, 10);
  if (shared.appealsDailyPepper?.day === day) return shared.appealsDailyPepper.pepper;
  const key = deriveKey("daily-peppers");
  const date = new Date(`${day}T00:00:00Z`);
  // Several processes may be the first of the day: the row that is there wins.
  await db().dailyPepper.createMany({
    data: [{ day: date, sealed: seal(key, randomBytes(32), day) }],
    skipDuplicates: true,
  });
  const row = await db().dailyPepper.findUniqueOrThrow({ where: { day: date } });
  const pepper = unseal(key, row.sealed, day);
  shared.appealsDailyPepper = { day, pepper };
  return pepper;
}
