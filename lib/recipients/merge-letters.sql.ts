import { Prisma } from "@/lib/generated/prisma/client";

export type Pair = { stays: string; goes: string };

/** What becomes of letters when two recipients become one. */
export type MergedLetters = {
  /** Not made yet: they go to the one that stays. */
  moved: number;
  /** Made before, or the only way left: they leave as they are. */
  asTheyAre: number;
  /** The writer's other letter reached, or will reach, the same office. */
  cancelled: number;
  /** Writers of whom both letters are gone. */
  twice: number;
  /** Letters that have left; they go on telling of the office they were written to. */
  sent: number;
};

// Still ours to decide about. One of which nobody knows whether it arrived counts as sent.
const open = (l: "a" | "b") =>
  Prisma.raw(`(${l}.state in ('queued', 'waiting', 'quarantined', 'claimed', 'with_signer')
  or (${l}.state = 'held' and ${l}.hold_reason is distinct from 'ambiguous'))`);
const over = (l: "a" | "b") => Prisma.raw(`${l}.state in ('failed', 'bounced', 'cancelled', 'expired')`);

/**
 * What is done with each letter of the one that goes, and with its writer's letter to the one that stays. One of two that are
 * open is cancelled: the one a writer would have to send themselves rather than one of ours.
 */
const fates = ({ stays, goes }: Pair): Prisma.Sql => Prisma.sql`
  select b.id, b.address_id, a.id as other, b.state = 'claimed' as claimed,
    case
      when not ${open("b")} and a.id is not null and ${open("a")} and not ${over("b")} then 'cancel_other'
      when not ${open("b")} and not ${over("b")} and a.id is not null and not ${open("a")} and not ${over("a")} then 'twice'
      when not ${open("b")} then 'sent'
      when a.id is null and b.sealed_bytes is null and b.message_id is null then 'move'
      when a.id is null or ${over("a")} then 'keep'
      when ${open("a")} and a.state = 'with_signer' and b.state <> 'with_signer' then 'keep_cancel_other'
      else 'cancel'
    end as fate
  from letters b left join letters a on a.signature_id = b.signature_id and a.recipient_id = ${stays}::uuid
  where b.recipient_id = ${goes}::uuid`;

/** @returns what `mergeLetters` would do now */
export async function countMerged(tx: Prisma.TransactionClient, pair: Pair): Promise<MergedLetters> {
  const [row] = await tx.$queryRaw<[MergedLetters]>`
    select (count(*) filter (where fate = 'move'))::int as moved,
      (count(*) filter (where fate in ('keep', 'keep_cancel_other')))::int as "asTheyAre",
      (count(*) filter (where fate in ('cancel', 'cancel_other', 'keep_cancel_other')))::int as cancelled,
      (count(*) filter (where fate = 'twice'))::int as twice,
      (count(*) filter (where fate in ('sent', 'twice', 'cancel_other')))::int as sent
    from (${fates(pair)}) f`;
  return row;
}

/**
 * Moves the letters of `goes` that were not made yet to `stays`, saluting whom it salutes now, and cancels what would reach
 * the office a second time. Called while nobody confirms letters to either; one that is at the fence now waits there.
 */
export async function mergeLetters(tx: Prisma.TransactionClient, pair: Pair): Promise<void> {
  await tx.$queryRaw`
    select 1 from letters where recipient_id in (${pair.stays}::uuid, ${pair.goes}::uuid)
      and state in ('queued', 'waiting', 'quarantined', 'claimed', 'with_signer', 'held', 'transmitting')
    order by id for update`;
  await tx.$executeRaw`
    with decided as materialized (${fates(pair)}), locked as (
      select l.id, l.state, d.fate from letters l
      join decided d on l.id = case when d.fate in ('cancel_other', 'keep_cancel_other') then d.other else d.id end
      where d.fate in ('move', 'cancel', 'cancel_other', 'keep_cancel_other')
      order by l.id for update of l
    )
    update letters l
    set state = case when k.fate <> 'move' then 'cancelled' when l.state = 'claimed' then 'queued' else l.state::text end::delivery_state,
      state_at = case when k.fate <> 'move' or l.state = 'claimed' then now() else l.state_at end,
      lease = null, lease_until = null, hold_reason = case when k.fate = 'move' then l.hold_reason end,
      sealed_bytes = case when k.fate = 'move' then l.sealed_bytes end,
      recipient_id = case when k.fate = 'move' then ${pair.stays}::uuid else l.recipient_id end,
      holder_id = case when k.fate = 'move' then coalesce((
        select h.id from holders h where h.recipient_id = ${pair.stays}::uuid and h.until is null order by h.since desc limit 1
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
