import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, mayDo } from "./access";

/**
 * Lets one change of an organisation's members happen at a time; held until the transaction ends. Always before an account is
 * locked. Not the key: an audit event of the organisation, written under the lock of an account, does not wait for it.
 */
export async function lockOrganisation(tx: Prisma.TransactionClient, organisationId: string): Promise<void> {
  await tx.$queryRaw`select 1 from organisations where id = ${organisationId}::uuid for no key update`;
}

/**
 * The same for an owner who changes them. Who lost that right while waiting for the lock is refused.
 * @throws Refusal("no-access")
 */
export async function lockMembers(tx: Prisma.TransactionClient, actor: Actor): Promise<void> {
  const { memberId: id, organisationId } = actor;
  await lockOrganisation(tx, organisationId);
  const member = await tx.member.findFirst({
    where: { id, organisationId, removedAt: null },
    select: { role: true, granted: true, taken: true },
  });
  if (!member || !mayDo(member, "members.manage")) throw new Refusal("no-access");
}

/**
 * For whoever is about to be removed or to get another role. Called under the lock.
 * @throws Refusal("last-owner") when nobody else owns the organisation
 */
export async function refuseLastOwner(
  tx: Prisma.TransactionClient,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<void> {
  const others = { organisationId, role: "owner", removedAt: null, id: { not: id } } as const;
  if ((await tx.member.count({ where: others })) === 0) throw new Refusal("last-owner");
}
