import { queueStaffMail } from "@/lib/delivery/staff-mail";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { makeToken } from "@/lib/privacy/links";
import type { Actor } from "./access";
import { writeInvitation } from "./messages";
import { recordEvent } from "./record-event";

const dayMs = 24 * 3600 * 1000;
const hourMs = 3600 * 1000;
const daysOpen = 7;

/** How many invitations an organisation may send within an hour: a desk must not become a way to flood strangers. */
export const invitationsAnHour = 20;

const action = "members.invite";

/** When an invitation sent now ends. */
export function expiryFromNow(): Date {
  return new Date(Date.now() + daysOpen * dayMs);
}

/**
 * Sends an open invitation, which works for seven days from now. Called under the lock of the organisation, which also
 * makes the limit exact.
 * @throws Refusal("too-many-requests")
 */
export async function sendInvitation(tx: Prisma.TransactionClient, actor: Actor, id: string): Promise<void> {
  const { organisationId, accountId } = actor;
  await refuseTooMany(tx, organisationId);
  const { email, role, expiresAt, organisation } = await tx.invitation.update({
    where: { id, organisationId },
    data: { expiresAt: expiryFromNow() },
    select: { email: true, role: true, expiresAt: true, organisation: { select: { name: true } } },
  });
  const inviter = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } });
  const link = `${env().APP_URL}/desk/join/${makeToken("join", id)}`;
  const mail = writeInvitation({ organisation: organisation.name, inviter: inviter.name, role, link, expiresAt });
  await queueStaffMail(tx, {
    organisationId,
    kind: "invitation",
    to: { name: "", address: email },
    fromName: organisation.name,
    language: "en",
    ...mail,
  });
  await recordEvent(actor, { action, subjectType: "invitation", subjectId: id, reason: role }, tx);
}

/** Counts what was sent in the audit events: they have an index for it, and nobody can take them back. */
async function refuseTooMany(tx: Prisma.TransactionClient, organisationId: string): Promise<void> {
  const since = new Date(Date.now() - hourMs);
  const sent = await tx.auditEvent.count({ where: { organisationId, at: { gt: since }, action } });
  if (sent >= invitationsAnHour) throw new Refusal("too-many-requests");
}
