import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * One of the organisation's recipients, that nobody else changes until the transaction ends.
 * @throws Refusal("not-found") also for one that was merged into another
 */
export async function lockRecipient(
  tx: Prisma.TransactionClient,
  { organisationId }: Actor,
  id: string,
  how: "changes" | "letters" = "changes",
): Promise<void> {
  if (!validate(id)) throw new Refusal("not-found");
  const of = { id, organisationId, mergedIntoId: null };
  // Letters that are being confirmed hold a share of the key: whoever decides about letters waits for them, and they for it.
  if (how === "letters") await tx.$queryRaw`select 1 from recipients where id = ${id}::uuid for update`;
  else await tx.$queryRaw`select 1 from recipients where id = ${id}::uuid for no key update`;
  if (!(await tx.recipient.findFirst({ where: of, select: { id: true } }))) throw new Refusal("not-found");
}
