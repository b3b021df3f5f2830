import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

type Tx = Prisma.TransactionClient;

/**
 * Takes back, of these campaigns' letters, those of closed ones that could leave at once with bytes made before: a closed
 * campaign still sends, so it cannot wait for the others. There are few: one was tried before or is with a worker now.
 */
export async function holdReadyOfClosed(tx: Tx, campaignIds: string[]): Promise<void> {
  await tx.$executeRaw`
    update letters l
    set state = 'held', hold_reason = 'consent', state_at = now(), lease = null, lease_until = null, sealed_bytes = null
    from campaigns c
    where c.id = any(${campaignIds}::uuid[]) and c.state = 'closed' and l.campaign_id = c.id
      and (l.state = 'claimed' or (l.sealed_bytes is not null and (l.state in ('queued', 'waiting')
        or (l.state = 'held' and l.hold_reason in ('breaker', 'policy')))))`;
}

/**
 * Holds the letters of a campaign that have not left, some at a time and each time for good. Bytes made before may say a
 * name; they go, also where nobody knows yet whether the letter arrived, and are made again under the same Message-ID.
 * @returns how often it took some
 */
export async function holdForConsent(campaignId: string, most: number): Promise<number> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (let batches = 0; ; batches += 1) {
    const last = await holdSome(campaignId, after, most);
    if (last === null) return batches;
    after = last;
  }
}

// One that is held for its address must still get one, and one that is held for its words must still be read.
const heldLetters = ["queued", "waiting", "claimed", "held"];
// One that is leaving is only looked at: whoever is about to write that it came back is waited for, and it is held after all.
// One that failed or came back may be tried again.
const lookedAt = [...heldLetters, "quarantined", "unknown", "transmitting", "failed", "bounced"];

async function holdSome(campaignId: string, after: string, most: number): Promise<string | null> {
  const [row] = await db().$queryRaw<{ last: string | null }[]>`
    with batch as (
      select id, state <> 'transmitting' as emptied,
        state = any(${heldLetters}::text[]::delivery_state[])
          and (state <> 'held' or hold_reason not in ('address', 'words')) is true as stops
      from letters
      where campaign_id = ${campaignId}::uuid and id > ${after}::uuid
        and state = any(${lookedAt}::text[]::delivery_state[])
        and (sealed_bytes is not null or state in ('queued', 'waiting', 'claimed')
          or (state = 'held' and hold_reason not in ('consent', 'address')))
      order by id
      limit ${most}
      for update
    ), held as (
      update letters l
      set state = case when stops then 'held' else l.state end,
        hold_reason = case when stops then 'consent' else l.hold_reason end,
        state_at = case when stops then now() else l.state_at end,
        lease = null, lease_until = null, sealed_bytes = null
      from batch
      where l.id = batch.id and batch.emptied
    )
    select id::text as last from batch order by batch.id desc limit 1`;
  return row?.last ?? null;
}

/** Takes the bytes of our own mails that have not left: they quote the letter, and the appeal's title. */
export async function emptyMails(campaignId: string, most: number): Promise<void> {
  for (let count = most; count === most;) {
    count = await db().$executeRaw`
      update mails set sealed_bytes = null
      where id in (
        select id from mails
        where campaign_id = ${campaignId}::uuid and state in ('queued', 'waiting') and staff_address is null
          and sealed_bytes is not null
        limit ${most}
        for update
      )`;
  }
}
