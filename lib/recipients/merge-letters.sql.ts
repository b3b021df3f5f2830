import { Prisma } from "@/lib/generated/prisma/client";
import { type Pair, placesTaken } from "./merge-versions.sql";

/** What becomes of letters when two recipients become one. */
export type MergedLetters = {
  /** Not made yet: they go to the one that stays. */
  moved: number;
  /** Made before, or the only way left: they leave as they are. */
  asTheyAre: number;
  /** Written in another version than the one that stays keeps: they leave as their writers checked them. */
  otherVersion: number;
  /** The writer's other letter reached, or will reach, the same office. */
  cancelled: number;
  /** Writers of whom both letters are gone. */
  twice: number;
  /** Letters that have left; they go on telling of the office they were written to. */
  sent: number;
};

// Still ours to decide about. One of which nobody knows whether it arrived counts as sent.
const open = Prisma.sql`(l.state in ('queued', 'waiting', 'quarantined', 'claimed', 'with_signer')
  or (l.state = 'held' and l.hold_reason is distinct from 'ambiguous'))`;
const over = Prisma.sql`l.state in ('failed', 'bounced', 'cancelled', 'expired')`;

/**
 * What is done with each letter of writers who wrote to the one that goes, or to one that was merged into it. Once one of them
 * has left for the office, what is open is cancelled; of several that are open one is kept: one of ours rather than one a writer
 * would have to send themselves, then the one to the office that stays. What moves reads as its writer checked it: one that
 * would get another version of the letter stays where it is.
 */
const fates = (pair: Pair): Prisma.Sql => Prisma.sql`
  with office as (
    select id, coalesce(merged_into_id, id) = ${pair.stays}::uuid as stays from recipients
    where id in (${pair.stays}::uuid, ${pair.goes}::uuid) or merged_into_id in (${pair.stays}::uuid, ${pair.goes}::uuid)
  ), places as materialized (${placesTaken(pair)}), known as (
    select l.id, l.signature_id, l.recipient_id, o.stays, ${open} as open, ${over} as over,
      l.sealed_bytes is null and l.message_id is null as fresh,
      coalesce(own.key, '') <> coalesce(kept.key, p.key, '') as rewritten,
      count(*) filter (where not ${open} and not ${over}) over writer as gone,
      row_number() over (writer order by not ${open}, l.state = 'with_signer', not o.stays, l.recipient_id <> ${pair.stays}::uuid, l.id) as place,
      bool_or(l.recipient_id = ${pair.stays}::uuid) over writer as taken
    from letters l join office o on o.id = l.recipient_id
    left join version_recipients own on own.revision_id = l.revision_id and own.recipient_id = l.recipient_id
    left join version_recipients kept on kept.revision_id = l.revision_id and kept.recipient_id = ${pair.stays}::uuid
    left join places p on p.revision_id = l.revision_id
    where l.signature_id in (select signature_id from letters where recipient_id in (select id from office where not stays))
    window writer as (partition by l.signature_id)
  )
  select id, signature_id, stays, open, over, rewritten,
    case
      when not open then 'over'
      when gone > 0 or place > 1 then 'cancel'
      when stays then 'keep'
      when fresh and not taken and not rewritten then 'move'
      else 'keep'
    end as fate
  from known`;

/** @returns what `mergeLetters` would do now */
export async function countMerged(tx: Prisma.TransactionClient, pair: Pair): Promise<MergedLetters> {
  const [row] = await tx.$queryRaw<[MergedLetters]>`
    with decided as materialized (${fates(pair)})
    select (count(*) filter (where fate = 'move'))::int as moved,
      (count(*) filter (where fate = 'keep' and not stays and not rewritten))::int as "asTheyAre",
      (count(*) filter (where fate = 'keep' and not stays and rewritten))::int as "otherVersion",
      (count(*) filter (where fate = 'cancel'))::int as cancelled,
      (select count(*) from (
        select from decided where not open and not over group by signature_id having bool_or(stays) and bool_or(not stays)
      ) w)::int as twice,
      (count(*) filter (where not open and not stays))::int as sent
    from decided`;
  return row;
}

/**
 * Moves the letters of `goes` that were not made yet to `stays`, saluting whom a member approved for it, and cancels what would reach
 * the office a second time. Called while nobody confirms letters to either; one that is at the fence now waits there.
 */
export async function mergeLetters(tx: Prisma.TransactionClient, pair: Pair): Promise<void> {
  await tx.$queryRaw`
    select 1 from letters l join recipients r on r.id = l.recipient_id
    where (r.id in (${pair.stays}::uuid, ${pair.goes}::uuid) or r.merged_into_id in (${pair.stays}::uuid, ${pair.goes}::uuid))
      and l.state in ('queued', 'waiting', 'quarantined', 'claimed', 'with_signer', 'held', 'transmitting')
    order by l.id for update of l`;
  await tx.$executeRaw`
    with decided as materialized (${fates(pair)}), locked as (
      select l.id, d.fate from letters l join decided d on d.id = l.id
      where d.fate in ('move', 'cancel')
      order by l.id for update of l
    )
    update letters l
    set state = case when k.fate <> 'move' then 'cancelled' when l.state = 'claimed' then 'queued' else l.state::text end::delivery_state,
      state_at = case when k.fate <> 'move' or l.state = 'claimed' then now() else l.state_at end,
      lease = null, lease_until = null, hold_reason = case when k.fate = 'move' then l.hold_reason end,
      sealed_bytes = case when k.fate = 'move' then l.sealed_bytes end,
      recipient_id = case when k.fate = 'move' then ${pair.stays}::uuid else l.recipient_id end,
      holder_id = case when k.fate = 'move' then coalesce((
        select h.id from holders h
        where h.recipient_id = ${pair.stays}::uuid and h.until is null and h.approved_at is not null
        order by h.since desc limit 1
      ), l.holder_id) else l.holder_id end
    from locked k
    where l.id = k.id and l.state in ('queued', 'waiting', 'quarantined', 'claimed', 'with_signer', 'held')
      and (k.fate <> 'move' or (l.sealed_bytes is null and l.message_id is null))`;
}

/** Both have an address with this value: the one of `stays` stands for it from now on, also in what was sent to it. */
export async function mergeAddresses(tx: Prisma.TransactionClient, { stays, goes }: Pair): Promise<void> {
  await tx.$executeRaw`
    with twins as (
      select d.id as old, a.id as new from addresses d join addresses a on a.channel = d.channel and a.value = d.value
      where d.recipient_id = ${goes}::uuid and a.recipient_id = ${stays}::uuid and a.retired_at is null
    ), retired as (
      update addresses d set retired_at = coalesce(d.retired_at, now()) from twins t where d.id = t.old
    )
    update letters l set address_id = t.new from twins t where l.address_id = t.old`;
  await tx.$executeRaw`
    update addresses d
    set recipient_id = ${stays}::uuid, position = d.position + 1 +
      (select coalesce(max(position), -1) from addresses where recipient_id = ${stays}::uuid)
    where d.recipient_id = ${goes}::uuid and not exists (
      select from addresses a where a.recipient_id = ${stays}::uuid and a.channel = d.channel and a.value = d.value and a.retired_at is null
    )`;
}
