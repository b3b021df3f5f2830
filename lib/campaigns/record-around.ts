import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Change, recordChange } from "./record-change";

type Tx = Prisma.TransactionClient;
type Of<Said> = Pick<Change, "campaignId" | "revisionId" | "part" | "broughtBackId" | "notBack" | "apart"> & {
  /** Reads what the history keeps. */
  read: () => Promise<Said>;
  /** Two of the same mark are no change; without it all that is kept counts. */
  mark?: (said: Said) => string;
};

/** Makes a change, and notes in the campaign's history how it read before and after. What did not change is not noted. */
export async function recordAround<Said extends Prisma.InputJsonObject, T>(
  tx: Tx,
  actor: Actor,
  { read, mark = JSON.stringify, ...of }: Of<Said>,
  change: () => Promise<T>,
): Promise<T> {
  const before = await read();
  const result = await change();
  const after = await read();
  if (mark(before) !== mark(after) || of.notBack?.length) await recordChange(tx, actor, { ...of, before, after });
  return result;
}
