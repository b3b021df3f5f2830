import { pool } from "@/lib/db";

/** How long a letter that came back waits for a member to find another way before its writer is told, in hours. */
const patienceHours = 24;

const most = 500;

/**
 * Makes a mail to those one or more of whose letters could not be handed over, once for each signature: when a day has passed, so
 * that a member could mend an address, and nothing of theirs is being tried any more. Where the appeal was stopped or put away, or
 * its writer withdrew, nothing is said.
 * @param $1 how many letters at most
 * @param $2 hours
 */
const tellStatement = `
with ended as (
  select l.id, l.signature_id, g.state = 'confirmed' and g.submission_id is not null and c.stopped_at is null
    and c.state <> 'archived' as told
  from letters l join signatures g on g.id = l.signature_id join campaigns c on c.id = l.campaign_id
  where l.state in ('failed', 'bounced', 'expired') and l.failure_told_at is null
    and l.state_at < now() - make_interval(hours => $2)
    and not exists (
      select from letters o where o.signature_id = l.signature_id and o.state in ('queued', 'claimed', 'transmitting', 'waiting')
    )
  order by l.state_at limit $1
  for no key update of l skip locked
), noted as (
  update letters l set failure_told_at = now() from ended e where l.id = e.id
), told as (
  insert into mails (id, organisation_id, campaign_id, signature_id, submission_id, kind, language, lane)
  select gen_random_uuid(), organisation_id, campaign_id, id, submission_id, 'letter_failed', language,
    coalesce(encode(domain_key, 'hex'), '')
  from signatures where id in (select signature_id from ended where told)
  on conflict (signature_id) where kind = 'letter_failed' do nothing
  returning id
), nudged as (
  select graphile_worker.add_job('deliver') from (select from told limit 1) one
)
select (select count(*) from told)::int as told, (select count(*) from nudged) as nudges`;

/** @returns how many mails were made */
export async function tellFailed(hours = patienceHours): Promise<number> {
  const { rows } = await pool().query<{ told: number }>({
    name: "tell-failed",
    text: tellStatement,
    values: [most, hours],
  });
  return rows[0]?.told ?? 0;
}
