import { v7 as uuid } from "uuid";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Invitation, openNow } from "./invitation";
import { lockOrganisation } from "./lock-members";
import { recordEvent } from "./record-event";

type Tx = Prisma.TransactionClient;
type Offer = Pick<Invitation, "id" | "organisationId">;

/** Who has joined, and by which password: the session they go on with is to begin there, while that is theirs. */
export type Joined = { accountId: string; memberId: string; passwordHash: string };

/**
 * Uses an invitation up, once, and makes an account a member by it. Who was removed becomes a member again in the same
 * row, with the rights of the role alone; who has become one in another way meanwhile keeps the role they have.
 * @returns the id of the membership
 * @throws Refusal("invitation-over") when somebody was faster, or it was withdrawn
 */
export async function acceptInvitation(tx: Tx, { id, organisationId }: Offer, accountId: string): Promise<string> {
  await lockOrganisation(tx, organisationId);
  const where = { id, organisationId, ...openNow() };
  const { count } = await tx.invitation.updateMany({ where, data: { acceptedAt: new Date() } });
  if (count === 0) throw new Refusal("invitation-over");
  const { role } = await tx.invitation.findUniqueOrThrow({ where: { id }, select: { role: true } });
  const key = { organisationId, accountId };
  const active = await tx.member.findFirst({ where: { ...key, removedAt: null }, select: { id: true } });
  if (active) return active.id;
  const member = await tx.member.upsert({
    where: { organisationId_accountId: key },
    create: { id: uuid(), ...key, role },
    update: { role, removedAt: null, granted: [], taken: [] },
  });
  const event = { action: "members.join", subjectType: "invitation", subjectId: id, reason: role };
  await recordEvent({ ...key, memberId: member.id, role }, event, tx);
  return member.id;
}
