import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { carriedChannels } from "@/lib/recipients/carried";
import { lockWords, type WordsDecision } from "./lock-words";
import { requireConsent } from "./release";

/**
 * Lets the letters of a writer go that were held for their words and that a member has read. Each goes to the address it was
 * written to, or the one its recipient has now; without one it is held for that, and one of a superseded revision for that.
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("not-possible-now") once it was decided or withdrawn;
 *   Refusal("not-ready") while a consent is missing
 */
export async function releaseWords(actor: Actor, of: WordsDecision): Promise<void> {
  await requireAccess(actor, "words.decide");
  await db().$transaction(async (tx) => {
    const { id, campaignId } = await lockWords(tx, actor, of);
    await requireConsent(tx, campaignId);
    await tx.$executeRaw`
      with going as (
        select l.id, a.id as address, a.channel, a.lane, case
            when a.id is null then 'address'
            when a.channel = any(${carriedChannels()}::channel[]) and exists (
              select from revisions v join revisions later on later.campaign_id = v.campaign_id and later.number > v.number
              where v.id = l.revision_id and later.supersedes_at is not null
            ) then 'superseded'
          end::hold_reason as reason
        from letters l
        join recipients o on o.id = l.recipient_id
        left join lateral (
          select d.id, d.channel, d.lane from addresses d
          where d.recipient_id = coalesce(o.merged_into_id, o.id) and d.retired_at is null and d.status <> 'dead'
          order by d.id is distinct from l.address_id, d.channel <> 'email', d.position, d.id
          limit 1
        ) a on true
        where l.signature_id = ${id}::uuid and l.state = 'held' and l.hold_reason = 'words'
      )
      update letters l
      set state = case when g.reason is not null then 'held'
          when g.channel = any(${carriedChannels()}::channel[]) then 'queued' else 'with_signer' end::delivery_state,
        hold_reason = g.reason, state_at = now(), due_at = now(), words_read_at = clock_timestamp(),
        sealed_bytes = case when l.address_id = g.address then l.sealed_bytes end,
        address_id = coalesce(g.address, l.address_id), channel = coalesce(g.channel, l.channel),
        lane = coalesce(g.lane, l.lane)
      from going g where l.id = g.id`;
    await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
    await recordEvent(actor, { action: "letter.released", subjectType: "signature", subjectId: id }, tx);
  });
}
