import { v7 as uuidv7 } from "uuid";
import { pool } from "@/lib/db";

/** What became of a draft that was sent. */
export type SignOutcome = "sent" | "expired" | "paused" | "closed" | "superseded" | "incomplete";

export type Signed = { outcome: SignOutcome; slug: string | null };

/** Confirmation mails an address gets in one day, all campaigns together. */
export const mailsADay = 3;

/**
 * Turns drafts into signatures: each with its confirmation mail and a nudge for the worker, all in one statement.
 *
 * `do update` although nothing changes: only so does the statement see a row that another one has just committed. Keys
 * are sorted before they are locked, so that two flushes cannot wait for each other. The limit counts what was asked, so
 * that the sum decides also for several requests in one flush. What would join a person's submissions across campaigns
 * (the day's key, a lane that may be one family's domain) is dropped once it has served.
 */
export const signStatement = `
with asked as (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as t (submission_id, new_signature, new_mail, n)
), known as (
  select a.*, s.*, c.slug,
    -- A deadline holds by itself, whether or not a worker has closed the campaign yet.
    case when c.state = 'live' and c.deadline_at <= now() then 'closed' else c.state end as campaign_state,
    exists (
      select from revisions r join revisions later on later.campaign_id = r.campaign_id and later.number > r.number
      where r.id = s.revision_id and later.supersedes_at is not null
    ) as superseded
  from asked a
  join submissions s on s.id = a.submission_id
  join campaigns c on c.id = s.campaign_id
), ready as (
  select * from known
  where campaign_state = 'live' and not superseded and submitted_at is null and expires_at > now() and email_key is not null
), signed as (
  insert into signatures (id, organisation_id, campaign_id, email_key, domain_key, country, language, partner, disclosure)
  select distinct on (campaign_id, email_key)
    new_signature, organisation_id, campaign_id, email_key, domain_key, country, language, partner, disclosure
  from ready order by campaign_id, email_key, n
  on conflict (campaign_id, email_key) do update set email_key = excluded.email_key
  returning id, campaign_id, email_key, state
), pairs as (
  select r.*, g.id as signature, g.state as signature_state
  from ready r join signed g using (campaign_id, email_key)
), limits as (
  insert into mail_limits (key, day, sent)
  select limit_key, (now() at time zone 'UTC')::date, count(*) from pairs group by limit_key order by limit_key
  on conflict (key) do update set sent = mail_limits.sent + excluded.sent
  returning key, sent
), kept as (
  update submissions s
  set signature_id = p.signature, submitted_at = now(), expires_at = now() + interval '7 days',
    limit_key = null, mail_lane = ''
  from pairs p where s.id = p.submission_id
), mailed as (
  insert into mails (id, organisation_id, campaign_id, signature_id, submission_id, kind, language, lane)
  select new_mail, organisation_id, campaign_id, signature, submission_id,
    case signature_state when 'pending' then 'confirmation' else 'already_signed' end::mail_kind, language, mail_lane
  from (
    select p.*, l.sent - count(*) over same + row_number() over (same order by n) as nth
    from pairs p join limits l on l.key = p.limit_key
    window same as (partition by p.limit_key)
  ) counted
  where nth <= ${mailsADay}
  returning id
), nudged as (
  select graphile_worker.add_job('deliver') from (select from mailed limit 1) one
)
select k.slug,
  case
    when k.submission_id is null then 'expired'
    when k.submitted_at is not null then 'sent'
    when k.expires_at <= now() then 'expired'
    when k.campaign_state = 'paused' then 'paused'
    when k.campaign_state <> 'live' then 'closed'
    when k.superseded then 'superseded'
    when k.email_key is null then 'incomplete'
    else 'sent'
  end as outcome,
  (select count(*) from nudged) as nudges
from asked a left join known k using (n) order by a.n`;

/** The parameters of `signStatement`: drafts, and ids for the signatures and mails they may become. */
export function signParameters(submissionIds: string[]): [string[], string[], string[]] {
  return [submissionIds, submissionIds.map(() => uuidv7()), submissionIds.map(() => uuidv7())];
}

/** Runs the statement for all drafts at once. @returns an outcome each, in the order given */
export async function signDrafts(submissionIds: string[]): Promise<Signed[]> {
  const { rows } = await pool().query<Signed>({
    name: "sign",
    text: signStatement,
    values: signParameters(submissionIds),
  });
  return rows;
}
