import { validate } from "uuid";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * An invitation of an organisation that was neither accepted nor withdrawn. It may be too old.
 * @throws Refusal("not-found"), Refusal("not-possible-now")
 */
export async function getOpenInvitation(
  tx: Prisma.TransactionClient,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<{ email: string }> {
  const select = { email: true, acceptedAt: true, revokedAt: true } as const;
  const found = validate(id) ? await tx.invitation.findFirst({ where: { id, organisationId }, select }) : null;
  if (!found) throw new Refusal("not-found");
  if (found.acceptedAt || found.revokedAt) throw new Refusal("not-possible-now");
  return found;
}
