import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { normaliseEmail } from "@/lib/privacy/email-keys";
import { type Actor, requireAccess } from "./access";
import { lockMembers } from "./lock-members";
import type { InviteInput } from "./schema";
import { expiryFromNow, sendInvitation } from "./send-invitation";

/**
 * Asks somebody by mail to become a member. Whoever has an open invitation gets it again, with the role of this one.
 * @throws Refusal("no-access"), Refusal("already-member"), Refusal("too-many-requests")
 */
export async function inviteMember(actor: Actor, { email: typed, role }: InviteInput): Promise<void> {
  await requireAccess(actor, "members.manage");
  const { organisationId, memberId: invitedBy } = actor;
  const email = normaliseEmail(typed);
  await db().$transaction(async (tx) => {
    await lockMembers(tx, actor);
    await refuseMember(tx, { organisationId, email });
    const open = await tx.invitation.findFirst({
      where: { organisationId, email, acceptedAt: null, revokedAt: null },
      select: { id: true },
    });
    const id = open?.id ?? uuid();
    await tx.invitation.upsert({
      where: { id },
      create: { id, organisationId, email, role, invitedBy, expiresAt: expiryFromNow() },
      update: { role, invitedBy },
    });
    await sendInvitation(tx, actor, id);
  });
}

/** @throws Refusal("already-member") when this address is that of a member */
export async function refuseMember(
  tx: Prisma.TransactionClient,
  { organisationId, email }: { organisationId: string; email: string },
): Promise<void> {
  const members = await tx.member.count({ where: { organisationId, removedAt: null, account: { email } } });
  if (members > 0) throw new Refusal("already-member");
}
