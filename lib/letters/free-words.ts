import type { Prisma } from "@/lib/generated/prisma/client";
import { carriedChannels, channelOrder } from "@/lib/recipients/carried";

/**
 * Lets go of a writer's letters that are held for their words. Each goes to the address it was written to, or the one its
 * recipient has now; without one it is held for that, one whose campaign lacks a consent for that, and one of a superseded
 * revision for that. What a writer chose to send from their own mail program stays theirs.
 * @param read whether a member has read the words: then they are not looked at again, and bytes made from them are good
 * @param consent whether the campaign has every consent it needs
 */
export async function freeWords(
  tx: Prisma.TransactionClient,
  signatureId: string,
  { read, consent }: { read: boolean; consent: boolean },
): Promise<void> {
  await tx.$executeRaw`
    with going as (
      select l.id, a.id as address, a.channel, a.lane, case
          when a.id is null then 'address'
          when not a.channel = any(${carriedChannels()}::channel[]) then null
          when not ${consent} then 'consent'
          when exists (
            select from revisions v join revisions later on later.campaign_id = v.campaign_id and later.number > v.number
            where v.id = l.revision_id and later.supersedes_at is not null
          ) then 'superseded'
        end::hold_reason as reason
      from letters l
      join signatures s on s.id = l.signature_id
      join recipients o on o.id = l.recipient_id
      left join lateral (
        select d.id, w.channel, case when w.channel = d.channel then d.lane else w.channel::text end as lane
        from addresses d
        cross join lateral (
          select case when l.channel = 'own_client' and d.channel = 'email' then l.channel else d.channel end as channel
        ) w
        where d.recipient_id = coalesce(o.merged_into_id, o.id) and d.retired_at is null and d.status <> 'dead'
          and (w.channel <> 'own_client' or s.disclosure = 'full')
        order by d.id is distinct from l.address_id, array_position(${channelOrder()}::channel[], d.channel), d.position, d.id
        limit 1
      ) a on true
      where l.signature_id = ${signatureId}::uuid and l.state = 'held' and l.hold_reason = 'words'
    )
    update letters l
    set state = case when g.reason is not null then 'held'
        when g.channel = any(${carriedChannels()}::channel[]) then 'queued' else 'with_signer' end::delivery_state,
      hold_reason = g.reason, state_at = now(), due_at = now(),
      words_read_at = case when ${read} then clock_timestamp() end,
      sealed_bytes = case when ${read} and l.address_id = g.address then l.sealed_bytes end,
      address_id = coalesce(g.address, l.address_id), channel = coalesce(g.channel, l.channel),
      lane = coalesce(g.lane, l.lane)
    from going g where l.id = g.id`;
  await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
}
