import { pool } from "@/lib/db";
import { carriedChannels, channelOrder } from "@/lib/recipients/carried";

export type ConfirmOutcome = "confirmed" | "already" | "unknown" | "expired" | "paused" | "closed" | "withdrawn";
export type Confirmed = { outcome: ConfirmOutcome; signatureId: string | null };

/**
 * Confirms signatures and makes the letters their writers saw, all in one statement. Of several submissions for one
 * signature the first that is confirmed wins: its words, country and choices become those of the signature. What was written
 * from a revision that a later one has superseded is held by the trigger `letters_superseded`. A letter that had nowhere to go
 * when it was written, or whose address was given up since, takes the address its recipient, or the office that was merged into,
 * has got since (as `pickAddress` picks it), else it is held for one. What a writer was told to send, or wants to send from their
 * own mail program, stays with them, though a gateway could carry it now. Where the
 * writer says what must not be mentioned, all of them are held for a member to read. Of two letters that come to one office by
 * now the trigger `letters_library` keeps the first: ours stand before those a writer would have to send themselves. All offices are
 * held first, in the order in which a merge takes them, so that neither waits for the other for ever.
 * @param $2 the channels we carry letters by
 * @param $3 all channels, in the order in which they are tried
 */
export const confirmStatement = `
with asked as (
  select * from unnest($1::uuid[]) with ordinality as t (submission_id, n)
), known as (
  select a.n, s.*, c.state as campaign_state, g.state as signature_state
  from asked a
  join submissions s on s.id = a.submission_id
  join campaigns c on c.id = s.campaign_id
  join signatures g on g.id = s.signature_id
), won as (
  update signatures g
  set state = 'confirmed', state_at = now(), confirmed_at = now(), submission_id = k.id,
    country = k.country, language = k.language, partner = k.partner, disclosure = k.disclosure,
    news_consent_at = case when k.news_consent then now() end,
    public_name_consent_at = case when k.public_name_consent then now() end
  from (
    select distinct on (signature_id) * from known
    where campaign_state = 'live' and expires_at > now() and signature_state = 'pending'
    order by signature_id, n
  ) k
  where g.id = k.signature_id and g.state = 'pending'
  returning g.id, g.submission_id
), met as materialized (
  select o.id from recipients o
  where o.id in (
    select unnest(array[r.recipient, t.merged_into_id])
    from won w
    join submissions s on s.id = w.submission_id
    cross join lateral jsonb_to_recordset(s.routes) as r (recipient uuid)
    join recipients t on t.id = r.recipient
  )
  order by o.merged_into_id is null, o.id
  for key share
), made as (
  insert into letters (id, organisation_id, campaign_id, signature_id, submission_id, revision_id, recipient_id, holder_id,
    address_id, channel, language, country, signer_language, partner, lane, state, hold_reason)
  select r.id, s.organisation_id, s.campaign_id, w.id, s.id, s.revision_id, r.recipient, r.holder,
    coalesce(a.id, r.address), coalesce(a.channel, r.channel), coalesce(r.language, s.letter_language), s.country, s.language, s.partner,
    coalesce(a.lane, r.lane), t.state, case when t.state = 'held' then coalesce(r.hold, 'address') end
  from (select count(*) as offices from met) held
  cross join won w
  join submissions s on s.id = w.submission_id
  cross join lateral jsonb_to_recordset(s.routes)
    as r (id uuid, recipient uuid, holder uuid, address uuid, channel channel, lane text, state delivery_state,
      language text, hold hold_reason)
  left join lateral (
    select d.id, w.channel, case when w.channel = d.channel then d.lane else w.channel::text end as lane
    from addresses d
    cross join lateral (
      select case when r.channel = 'own_client' and d.channel = 'email' then r.channel else d.channel end as channel
    ) w
    where (r.state = 'held' or (r.state = 'queued' and exists (select from addresses g where g.id = r.address and g.status = 'dead')))
      and d.recipient_id in (r.recipient, (select o.merged_into_id from recipients o where o.id = r.recipient))
      and d.retired_at is null and d.status <> 'dead' and (w.channel <> 'own_client' or s.disclosure = 'full')
    order by array_position($3::channel[], d.channel), d.position, d.id
    limit 1
  ) a on true
  cross join lateral (
    select case when r.hold is not null then 'held' when a.id is null then r.state when a.channel = any($2::channel[]) then 'queued' else 'with_signer' end as state
  ) t
  where held.offices > 0
  order by t.state = 'with_signer', r.id
  on conflict (signature_id, recipient_id) do nothing
  returning state
), nudged as (
  select graphile_worker.add_job('deliver') from (select from made where state = 'queued' limit 1) one
)
select a.n, k.signature_id as "signatureId",
  case
    when k.id is null then 'unknown'
    when w.id is not null then 'confirmed'
    when k.signature_state = 'confirmed' then 'already'
    when k.signature_state <> 'pending' then 'withdrawn'
    when k.expires_at <= now() then 'expired'
    when k.campaign_state = 'paused' then 'paused'
    when k.campaign_state <> 'live' then 'closed'
    else 'already'
  end as outcome,
  (select count(*) from nudged) as nudges
from asked a
left join known k using (n)
left join won w on w.id = k.signature_id
order by a.n`;

/** Runs the statement for all submissions at once. @returns an outcome each, in the order given */
export async function confirmSubmissions(submissionIds: string[]): Promise<Confirmed[]> {
  const values = [submissionIds, carriedChannels(), channelOrder()];
  const { rows } = await pool().query<Confirmed>({ name: "confirm", text: confirmStatement, values });
  return rows;
}
