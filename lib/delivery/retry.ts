import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { requireConsent } from "@/lib/letters/release";
import { failuresThatHold } from "@/lib/recipients/failures";
import { rerouteLetters } from "@/lib/recipients/reroute-letters";
import { lockLetters } from "./lock-letters";
import { outdated } from "./overtaken.sql";
import type { RetryInput } from "./schema";

type Tx = Prisma.TransactionClient;

const chosen: Record<RetryInput["which"], Prisma.Sql> = {
  waiting: Prisma.sql`t.state = 'waiting'`,
  failed: Prisma.sql`t.state = 'failed'`,
  bounced: Prisma.sql`t.state = 'bounced' and t.doubled_at is null`,
  quarantined: Prisma.sql`t.state = 'quarantined'`,
  ambiguous: Prisma.sql`t.state = 'held' and t.hold_reason = 'ambiguous'`,
};

const overtaken = Prisma.raw(outdated);
const works = Prisma.sql`(a.status <> 'dead' and a.retired_at is null and a.failures < ${failuresThatHold})`;

/**
 * Lets letters of a campaign to one recipient leave now: those that wait for their next try, those whose tries are over or that
 * came back, or those that could not be made, which are made again and kept back again if they still cannot.
 * Of letters that may have arrived, and of those that came back, a second copy may arrive, so they are flagged; where a second one
 * may have, no third leaves. One that failed is written anew, under its Message-ID: what may be said can have changed since. One
 * that failed or came back, or could not be made, and whose address was given up since or fails, takes the recipient's next one, or
 * waits until a member has decided.
 * Those of signers who withdrew, whose letter to the same office by another row (merged since) left or will leave, or of a revision
 * that is superseded stay as they are. A lane whose breaker is open is probed.
 * @returns how many
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("not-ready") while a consent is missing
 */
export async function retryLetters(actor: Actor, input: RetryInput): Promise<number> {
  await requireAccess(actor, "delivery.steer");
  const { campaign: campaignId, recipient: recipientId, which } = input;
  return db().$transaction(
    async (tx) => {
      await lockLetters(tx, actor, input);
      const maySecond = which === "ambiguous" || which === "bounced";
      const mayWait = which !== "waiting" && which !== "ambiguous";
      await requireConsent(tx, campaignId);
      const count = await tx.$executeRaw`
        update letters t set state = case when ${works} then 'queued' else 'held' end::delivery_state,
          hold_reason = case when not ${works} then 'address' end::hold_reason, state_at = now(), due_at = now(),
          sealed_bytes = case when t.state in ('failed', 'quarantined') or ${overtaken} then null else t.sealed_bytes end,
          doubled_at = case when ${maySecond} then coalesce(t.doubled_at, now()) else t.doubled_at end
        from signatures s, addresses a
        where t.campaign_id = ${campaignId}::uuid and t.recipient_id = ${recipientId}::uuid and ${chosen[which]}
          and s.id = t.signature_id and s.state = 'confirmed' and a.id = t.address_id and (${works} or ${mayWait})
          and not exists (
            select from revisions r join revisions later on later.campaign_id = r.campaign_id and later.number > r.number
            where r.id = t.revision_id and later.supersedes_at is not null
          )
          and not exists (
            select from letters o join recipients x on x.id = o.recipient_id join recipients y on y.id = t.recipient_id
            where o.signature_id = t.signature_id and o.id <> t.id and o.state not in ('failed', 'bounced', 'cancelled', 'expired')
              and coalesce(x.merged_into_id, x.id) = coalesce(y.merged_into_id, y.id)
          )`;
      if (mayWait) await rerouteLetters(tx, { actor, campaignId, recipientId: await officeOf(tx, recipientId) });
      await probeLanes(tx, recipientId);
      await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
      await recordEvent(
        actor,
        { action: "letters.retry", subjectType: "recipient", subjectId: recipientId, reason: which },
        tx,
      );
      return count;
    },
    { timeout: 120_000 },
  );
}

/** Where the letters of a recipient that was merged lead by now. */
async function officeOf(tx: Tx, id: string): Promise<string> {
  const { mergedIntoId } = await tx.recipient.findUniqueOrThrow({ where: { id }, select: { mergedIntoId: true } });
  return mergedIntoId ?? id;
}

async function probeLanes(tx: Tx, recipientId: string): Promise<void> {
  await tx.$executeRaw`
    update lanes set probe_at = now()
    where opened_at is not null and name in (select lane from addresses where recipient_id = ${recipientId}::uuid)`;
}
