import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { getOwnPerson } from "./find-own";

type Tx = Prisma.TransactionClient;

/**
 * Withdraws every consent of a person at risk, in one act: live campaigns of the case pause, letters that have not left are
 * held, pictures that show the person lose their bytes. The name is taken out of everything served by that alone.
 * @param withdrawal `reason`: kept in the audit event
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function withdrawConsent(
  actor: Actor,
  { personId, reason }: { personId: string; reason: string },
): Promise<void> {
  await requireAccess(actor, "cases.edit");
  await db().$transaction(async (tx) => {
    const { caseId } = await getOwnPerson(tx, actor, personId);
    const now = new Date();
    await tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } });
    await tx.campaign.updateMany({ where: { caseId, state: "live" }, data: { state: "paused", stateAt: now } });
    await holdLetters(tx, caseId);
    await tx.picture.updateMany({ where: { caseId, shows: { has: personId } }, data: { bytes: null } });
    await recordEvent(actor, { action: "consent.withdrawn", subjectType: "person", subjectId: personId, reason }, tx);
  });
}

/**
 * Also a letter a worker holds but has not let through the fence: without its lease it stops there. Bytes made before may
 * say the name, those of our own mails too; they are made again under the same Message-ID, if ever.
 */
async function holdLetters(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`
    update letters l
    set state = 'held', hold_reason = 'consent', state_at = now(), lease = null, lease_until = null, sealed_bytes = null
    from campaigns c
    where c.id = l.campaign_id and c.case_id = ${caseId}::uuid and l.state in ('queued', 'waiting', 'claimed')`;
  await tx.$executeRaw`
    update mails m set sealed_bytes = null
    from campaigns c
    where c.id = m.campaign_id and c.case_id = ${caseId}::uuid and m.state in ('queued', 'waiting') and m.staff_address is null`;
}
