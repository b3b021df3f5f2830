import { pool } from "@/lib/db";
import { env } from "@/lib/env";
import type { Channel, Disclosure, MailKind, SignatureState } from "@/lib/generated/prisma/enums";
import { notPaused } from "./not-paused.sql";
import { weekends } from "./weekends";

/** The two tables of what leaves the house. */
export type DeliveryTable = "letters" | "mails";

/** A row this process holds until its lease ends. Bytes and Message-ID are there once it was rendered. */
type Held = {
  id: string;
  lease: string;
  attempt: number;
  lane: string;
  ageSeconds: number;
  doubled: boolean;
  messageId: string | null;
  sealedBytes: Buffer | null;
  organisationId: string;
  language: string;
  /** The submission's words, sealed under the campaign's key; null once they were scrubbed. */
  sealed: Buffer | null;
  senderName: string;
  senderAddress: string | null;
};

/** What is written from a submission. */
type Signed = Held & {
  /** The language of the text to everybody in it. */
  bodyLanguage: string;
  campaignId: string;
  submissionId: string;
  revisionId: string;
  fallbackLanguage: string;
};

export type HeldLetter = Signed & {
  table: "letters";
  recipientId: string;
  disclosure: Disclosure;
  holderId: string | null;
  addressId: string | null;
  address: string | null;
  channel: Channel;
  /** What its writer must not mention; empty once a member has read it. */
  doNotMention: string[];
  /** What becomes of it when nobody can tell whether it arrived: held for a member, or sent once more. */
  holdsAmbiguous: boolean;
};

/** The mails a signer may get. */
export type SignerMailKind = Exclude<MailKind, "invitation" | "test_letter">;

export type HeldMail = Signed & {
  table: "mails";
  staffAddress: null;
  kind: SignerMailKind;
  /** What a member says in it. */
  sealedNote: Buffer | null;
  signatureId: string;
  signatureState: SignatureState;
  /** Whom the first of its letters goes to, and the language that leaves in; null where there is none. */
  firstRecipient: string | null;
  firstLanguage: string;
  /** Whether a mail about a STOP must not say what it is about. */
  discreet: boolean;
  /** Whether no mail may say what it is about. */
  sensitive: boolean;
  /** Whom letters could not be handed over to; only for the mail that says so. */
  unreached: string[];
  /** Of news: the campaign that is new. `slug` is null where it is not open to the public any more. */
  aboutId: string | null;
  aboutSlug: string | null;
  aboutRevisionId: string | null;
  aboutFallback: string | null;
};

/** A mail to a member: its bytes were made with it. */
export type HeldStaffMail = Held & {
  table: "mails";
  staffAddress: string;
  kind: MailKind;
};

export type HeldRow = HeldLetter | HeldMail | HeldStaffMail;

/** Whether a row is a mail to a member. */
export function isStaffMail(row: HeldRow): row is HeldStaffMail {
  return row.table === "mails" && row.staffAddress !== null;
}

const held = `t.id, t.lease, t.attempt_count as attempt, extract(epoch from now() - t.tried_at)::float8 as "ageSeconds",
  t.doubled_at is not null as doubled, t.message_id as "messageId", t.sealed_bytes as "sealedBytes",
  t.organisation_id as "organisationId", t.lane, t.campaign_id as "campaignId", t.submission_id as "submissionId", t.language,
  s.sealed, s.letter_language as "bodyLanguage", coalesce(o.sender_name, o.name) as "senderName", o.sender_address as "senderAddress",
  c.default_language as "fallbackLanguage"`;

const joined = `join submissions s on s.id = t.submission_id
join campaigns c on c.id = t.campaign_id
join organisations o on o.id = t.organisation_id`;

// Seconds between two letters of a campaign whose letters leave evenly until its deadline.
function gap(campaign: string): string {
  return `greatest(0.05, extract(epoch from ${campaign}.deadline_at - now())
    / greatest(1, (select count from tally_totals q where q.campaign_id = ${campaign}.id and q.state = 'queued')))`;
}

// What a lane's bucket holds by now: it is full when a minute's letters are in it.
function tokens(lane: string): string {
  return `least(coalesce(${lane}.rate, $4), coalesce(${lane}.tokens, ${lane}.rate, $4)
    + extract(epoch from now() - ${lane}.filled_at) / 60 * coalesce(${lane}.rate, $4))`;
}

const take = `state = 'claimed', state_at = now(), lease = gen_random_uuid(),
    lease_until = now() + make_interval(secs => $2), attempt_count = t.attempt_count + 1,
    tried_at = case when t.state = 'waiting' then coalesce(t.tried_at, now()) else now() end`;

// A copy of the database that was restored sends nothing before it was noticed, and then not before a member says so.
const original = `coalesce((select database_stamp from installation), database_stamp()) = database_stamp()`;

/**
 * Letters that are due, from every stream (lane, campaign, recipient) that may go on, as many of each, so that a large campaign
 * does not keep a small one waiting. The streams are found by jumping through the index from one to the next. A lane gives as
 * many as its bucket holds, at most what it holds in a minute; one whose breaker is open gives a single letter when it is time
 * to try. Claims of several workers wait for each other at the lanes, so that none takes what another has taken.
 */
export const claimLettersStatement = `
with recursive streams as (
  (select lane, campaign_id, recipient_id from letters where state in ('queued', 'waiting')
    order by lane, campaign_id, recipient_id limit 1)
  union all
  select n.lane, n.campaign_id, n.recipient_id
  from streams s cross join lateral (
    select lane, campaign_id, recipient_id from letters
    where state in ('queued', 'waiting') and (lane, campaign_id, recipient_id) > (s.lane, s.campaign_id, s.recipient_id)
    order by lane, campaign_id, recipient_id limit 1
  ) n
), going as materialized (
  select s.*, p.drops, row_number() over (order by random()) as nth,
    row_number() over (partition by s.campaign_id order by random()) as nth_of_campaign
  from streams s
  join campaigns c on c.id = s.campaign_id
  join recipients r on r.id = s.recipient_id
  left join drips d on d.campaign_id = c.id
  cross join lateral (
    select case
      when not $3 or not c.drip or c.state <> 'live' or c.deadline_at <= now() then null
      when d.last_at is null then 1
      else floor(extract(epoch from now() - d.last_at) / ${gap("c")})
    end as drops
  ) p
  where campaign_sends(c.state, c.stopped_at, c.deadline_at) and ${original}
    and ${notPaused({ organisation: "c.organisation_id", campaign: "c.id", recipient: "s.recipient_id", lane: "s.lane" })}
    and (not $3 or not c.office_hours or office_open(coalesce(r.time_zone, 'UTC'),
      array(select jsonb_array_elements_text(coalesce($5::jsonb -> r.country, $5::jsonb -> ''))::int)))
    and (p.drops is null or p.drops >= 1)
    and exists (select from letters l
      where l.lane = s.lane and l.campaign_id = s.campaign_id and l.recipient_id = s.recipient_id
        and l.state in ('queued', 'waiting') and l.due_at <= now())
), lanes_now as materialized (
  select name, case
    when not $3 then $1::int
    when opened_at is not null then (probe_at <= now())::int
    else floor(${tokens("lanes")})
  end as room
  from lanes where name in (select lane from going) order by name
  for update
), shares as (
  select g.*, ceil($1::float8 / (select count(*) from going)) as share,
    floor(n.room / count(*) over of_lane) + (row_number() over (of_lane order by g.nth) <= n.room::int % count(*) over of_lane)::int as room
  from going g join lanes_now n on n.name = g.lane
  where g.nth <= $1::int and (g.drops is null or g.nth_of_campaign = 1)
  window of_lane as (partition by g.lane)
), due as (
  select l.id, l.lane, l.campaign_id, l.nth, s.drops is not null as dripped
  from shares s cross join lateral (
    select id, lane, campaign_id, row_number() over () as nth from (
      select id, lane, campaign_id from letters
      where lane = s.lane and campaign_id = s.campaign_id and recipient_id = s.recipient_id
        and state in ('queued', 'waiting') and due_at <= now()
      order by due_at
      limit least(s.share, s.room, s.drops)
      for update skip locked
    ) first
  ) l
), spent as (
  update lanes n
  set tokens = ${tokens("n")} - t.taken, filled_at = now(),
    probes = n.probes + (n.opened_at is not null)::int,
    probed_at = case when n.opened_at is not null then now() else n.probed_at end,
    probe_at = case when n.opened_at is not null then now() + make_interval(secs => $6 * 3 * 2 ^ least(n.probes, 5)) end
  from (select lane, count(*) as taken from due group by lane) t
  where n.name = t.lane and $3
), dripped as (
  insert into drips (campaign_id, last_at)
  select campaign_id, now() from due where dripped group by campaign_id
  on conflict (campaign_id) do update set last_at = excluded.last_at
), taken as (
  update letters t set ${take}
  from due where t.id = due.id
  returning t.*, due.nth
), logged as (
  insert into attempts (letter_id, number, lease, phase) select id, attempt_count, lease, 'claimed' from taken
)
select 'letters' as table, ${held}, t.revision_id as "revisionId", t.recipient_id as "recipientId", s.disclosure,
  t.holder_id as "holderId", t.address_id as "addressId", a.value as address, t.channel,
  t.channel <> 'email' or c.when_ambiguous = 'hold' as "holdsAmbiguous",
  case when t.words_read_at >= c.do_not_mention_at then '{}' else c.do_not_mention end as "doNotMention"
from taken t
${joined}
left join addresses a on a.id = t.address_id
order by t.nth, t.lane`;

/** Our own mails that are due. A paused campaign still answers its signers. */
export const claimMailsStatement = `
with due as (
  select id from mails
  where state in ('queued', 'waiting') and due_at <= now() and ${original}
    and not exists (select from pauses where scope = 'installation' and ended_at is null)
  order by due_at
  limit $1
  for update skip locked
), taken as (
  update mails t set ${take}
  from due where t.id = due.id
  returning t.*
), logged as (
  insert into attempts (mail_id, number, lease, phase) select id, attempt_count, lease, 'claimed' from taken
)
select 'mails' as table, ${held}, t.kind, t.signature_id as "signatureId", g.state as "signatureState", s.revision_id as "revisionId",
  t.staff_address as "staffAddress", t.sealed_note as "sealedNote", s.routes -> 0 ->> 'recipient' as "firstRecipient",
  coalesce(s.routes -> 0 ->> 'language', s.letter_language) as "firstLanguage", coalesce(c.stop_discreet, true) as discreet,
  coalesce(c.sensitive, false) or coalesce(n.sensitive, false) as sensitive,
  case when t.kind = 'letter_failed' then array(
    select l.recipient_id from letters l where l.signature_id = t.signature_id and l.state in ('failed', 'bounced', 'expired') order by l.id
  ) else '{}' end as unreached,
  t.about_id as "aboutId", n.default_language as "aboutFallback",
  case when n.state = 'live' and n.stopped_at is null and n.distribution in ('web', 'press') then n.slug end as "aboutSlug",
  case when t.about_id is not null then (
    select r.id from revisions r where r.campaign_id = t.about_id and r.published_at is not null order by r.number desc limit 1
  ) end as "aboutRevisionId"
from taken t
left join submissions s on s.id = t.submission_id
left join signatures g on g.id = t.signature_id
left join campaigns c on c.id = t.campaign_id
left join campaigns n on n.id = t.about_id
join organisations o on o.id = t.organisation_id
order by t.due_at`;

/**
 * @param leaseSeconds by the database's clock
 * @param paced whether lanes, office hours and drips keep letters back; not so where nothing leaves the house
 */
export async function claimLetterRows(most: number, leaseSeconds: number, paced: boolean): Promise<HeldLetter[]> {
  const { LANE_RATE, RETRY_SECONDS } = env();
  const values = [most, leaseSeconds, paced, LANE_RATE, weekends(), RETRY_SECONDS];
  return (await pool().query<HeldLetter>({ name: "claim-letters", text: claimLettersStatement, values })).rows;
}

/** @param leaseSeconds by the database's clock */
export async function claimMailRows(most: number, leaseSeconds: number): Promise<(HeldMail | HeldStaffMail)[]> {
  const values = [most, leaseSeconds];
  return (await pool().query<HeldMail | HeldStaffMail>({ name: "claim-mails", text: claimMailsStatement, values }))
    .rows;
}
