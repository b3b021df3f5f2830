import type { Prisma } from "@/lib/generated/prisma/client";

/** Ends every session of an account but one, also those that await a second factor. */
export async function endOtherSessions(
  tx: Prisma.TransactionClient,
  accountId: string,
  except: string | null,
): Promise<void> {
  await tx.session.updateMany({
    where: { accountId, endedAt: null, ...(except && { id: { not: except } }) },
    data: { endedAt: new Date() },
  });
}
