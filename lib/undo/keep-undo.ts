import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { UndoAct } from "./schema";

type Kept = {
  act: UndoAct;
  /** A tag, or the name of a group. */
  what?: string;
  chosen: number;
  /** Those that were changed, without those that were so before. */
  ids: string[];
  before?: Prisma.InputJsonObject;
};

/** Keeps what was changed, in the transaction that changes it. @returns its id, which names it in the address of a page */
export async function keepUndo(
  tx: Prisma.TransactionClient,
  { organisationId, memberId }: Actor,
  kept: Kept,
): Promise<string> {
  const { id } = await tx.undo.create({
    data: { id: uuidv7(), organisationId, memberId, ...kept },
    select: { id: true },
  });
  return id;
}
