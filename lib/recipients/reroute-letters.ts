import { type Actor, mayDo } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Prisma } from "@/lib/generated/prisma/client";
import { isCarried } from "./carried";
import { failuresThatHold } from "./failures";
import { pickAddress } from "./route";

type Tx = Prisma.TransactionClient;
type Address = Prisma.AddressGetPayload<{ select: { id: true; channel: true; lane: true } }>;
/** Where letters go: those of writers who show their full name, and all others. */
type Targets = { full?: Address; others?: Address };
type Of = {
  actor: Actor;
  recipientId: string;
  /** Only letters of this one, whose lock the caller holds. */
  campaignId?: string;
};
type Moved = { moved: number; held: number; nudges: number };

/**
 * Gives the letters of a recipient, and of those merged into it, that have nowhere to go the address it has now: those held for
 * one, and those not yet sent to one that is dead. Without a working address they are held until there is one. None goes to an
 * address that waits for a member's decision, and those held for such a one stay. Called whenever addresses were written: by a
 * member who may not let letters leave nothing is sent on, what would be is held until one who may says so (`releaseWaiting`).
 * What a writer chose to send from their own mail program stays theirs, and the letter of one who does not show their full name
 * takes the next address where the first would need that.
 */
export async function rerouteLetters(tx: Tx, { actor, recipientId, campaignId }: Of): Promise<void> {
  const addresses = await tx.address.findMany({
    where: { recipientId, retiredAt: null, failures: { lt: failuresThatHold } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, channel: true, lane: true, status: true },
  });
  if (!campaignId) await waitForPublishing(tx, actor);
  const to = (await mayRelease(tx, actor))
    ? { full: pickAddress({ addresses }, "full"), others: pickAddress({ addresses }, "initials") }
    : {};
  const { moved, held } = await moveLetters(tx, { actor, recipientId, campaignId }, to);
  const entries = { "letters.rerouted": moved - held, "letters.held": held };
  for (const [action, count] of Object.entries(entries)) {
    const entry = { action, subjectType: "recipient", subjectId: recipientId, reason: String(count) };
    if (count > 0) await recordEvent(actor, entry, tx);
  }
}

async function mayRelease(tx: Tx, { memberId, organisationId }: Actor): Promise<boolean> {
  const where = { id: memberId, organisationId, removedAt: null };
  const member = await tx.member.findFirst({ where, select: { role: true, granted: true, taken: true } });
  return member !== null && mayDo(member, "recipients.release");
}

// A revision that is being published holds what is queued, and must see what becomes so.
async function waitForPublishing(tx: Tx, { organisationId }: Actor): Promise<void> {
  await tx.$queryRaw`
    select 1 from campaigns
    where organisation_id = ${organisationId}::uuid and state in ('live', 'paused', 'closed')
    order by id for key share`;
}

/** Bytes made for another address go; they are made again under the same Message-ID. A copy to the same one stays the same. */
async function moveLetters(tx: Tx, { actor, recipientId, campaignId }: Of, { full, others }: Targets): Promise<Moved> {
  const [counted] = await tx.$queryRaw<[Moved]>`
    with target as (
      select * from (values (true, ${row(full)}), (false, ${row(others)})) t (shows_name, id, channel, lane, carried)
    ), superseding as (
      select campaign_id, max(number) as number from revisions where supersedes_at is not null group by campaign_id
    ), stranded as (
      select l.id, w.theirs, t.id as address, t.channel, t.lane, t.carried and not w.theirs as carried, case
        when t.id is null then 'address'
        when t.carried and not w.theirs and v.number < s.number then 'superseded'
      end::hold_reason as reason
      from letters l
      join campaigns c on c.id = l.campaign_id
      join revisions v on v.id = l.revision_id
      join signatures g on g.id = l.signature_id
      left join superseding s on s.campaign_id = l.campaign_id
      join target t on t.shows_name = (g.disclosure = 'full')
      cross join lateral (
        select l.channel = 'own_client' and coalesce(t.channel = 'email', false) as theirs
      ) w
      where c.organisation_id = ${actor.organisationId}::uuid and c.state in ('live', 'paused', 'closed')
        and c.id = coalesce(${campaignId ?? null}::uuid, c.id)
        and l.recipient_id in (
          select id from recipients where id = ${recipientId}::uuid or merged_into_id = ${recipientId}::uuid
        )
        and case l.state
          when 'held' then
            (l.hold_reason = 'breaker' and l.address_id in (select id from addresses where recipient_id = ${recipientId}::uuid and status = 'dead'))
            or (t.id is not null and (l.hold_reason = 'address' or (l.hold_reason is null and l.address_id is null))
              and not exists (
                select from addresses d
                where d.id = l.address_id and d.status <> 'dead' and d.retired_at is null and d.failures >= ${failuresThatHold}
              ))
          when 'queued' then l.address_id in (select id from addresses where recipient_id = ${recipientId}::uuid and status = 'dead')
          when 'waiting' then l.address_id in (select id from addresses where recipient_id = ${recipientId}::uuid and status = 'dead')
          else false
        end
      for no key update of l
    ), moved as (
      update letters l
      set address_id = s.address,
        channel = case when s.theirs then l.channel else coalesce(s.channel, l.channel) end,
        lane = case when s.theirs then l.lane else coalesce(s.lane, l.lane) end,
        state = case when s.reason is not null then 'held' when s.carried then 'queued' else 'with_signer' end::delivery_state,
        hold_reason = s.reason, state_at = now(), due_at = now(),
        sealed_bytes = case when l.address_id = s.address then l.sealed_bytes end
      from stranded s
      where l.id = s.id
      returning l.state
    ), nudged as (
      select graphile_worker.add_job('deliver') from (select from moved where state = 'queued' limit 1) one
    )
    select count(*)::int as moved, (count(*) filter (where state = 'held'))::int as held,
      (select count(*) from nudged)::int as nudges
    from moved`;
  return counted;
}

function row(to: Address | undefined): Prisma.Sql {
  const carried = to !== undefined && isCarried(to.channel);
  return Prisma.sql`${to?.id ?? null}::uuid, ${to?.channel ?? null}::channel, ${to?.lane ?? null}::text, ${carried}::boolean`;
}
