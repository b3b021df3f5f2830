import { mostWaiting, tell, tellStatement } from "./tell.sql";

/**
 * Whom a lifted STOP leaves uninformed: those whose mail that they should not send left or may have left, who still stand by
 * their signature and could still send a letter by themselves. `m` is that mail, `g` the signature, `c` the campaign. After the
 * deadline, or in the archive, nobody should send anything.
 */
export const misinformed = `
  m.kind = 'stopped'
  and (m.state in ('accepted', 'captured', 'unknown', 'transmitting') or m.doubled_at is not null)
  and g.state = 'confirmed' and g.submission_id is not null
  and exists (select from letters l where l.signature_id = g.id and l.state = 'with_signer')
  and c.state in ('live', 'paused', 'closed') and (c.deadline_at is null or c.deadline_at > now())`;

/**
 * Tells those who were told to send nothing that they may again, each of them once, and only after what becomes of their first
 * mail is known. A mail of the STOP that comes back from a worker is taken back as well.
 */
const statement = tellStatement({
  kind: "lifted",
  untold: `lifted as (
  select c.*, (
    select count(*) from mails m
    where m.campaign_id = c.id and m.kind = 'lifted' and m.state in ('queued', 'waiting', 'claimed')
  ) as waiting
  from campaigns c where lifted_at is not null and lift_told_at is null and stopped_at is null
  for no key update skip locked
), recalled as (
  update mails m set state = 'cancelled', state_at = now()
  from lifted c
  where m.campaign_id = c.id and m.over_at = c.lifted_at and m.kind = 'stopped' and m.state in ('queued', 'waiting', 'held')
), untold as (
  select g.* from lifted c cross join lateral (
    select g.* from mails m join signatures g on g.id = m.signature_id
    where m.campaign_id = c.id and m.over_at = c.lifted_at and m.state <> 'transmitting' and ${misinformed}
      and not exists (
        select from mails n
        where n.campaign_id = g.campaign_id and n.signature_id = g.id and n.kind = 'lifted' and n.state <> 'cancelled'
          and n.over_at is null
      )
    limit greatest(0, $1 - c.waiting)
  ) g
)`,
  done: `done as (
  update campaigns c set lift_told_at = now()
  from lifted s
  where c.id = s.id and s.waiting < $1 and not exists (select from untold u where u.campaign_id = c.id) and not exists (
    select from mails m
    where m.campaign_id = c.id and m.over_at = c.lifted_at and m.kind = 'stopped'
      and m.state in ('queued', 'waiting', 'held', 'claimed', 'transmitting')
  )
)`,
});

/** @returns how many mails were made */
export async function tellLifted(most = mostWaiting): Promise<number> {
  return tell("tell-lifted", statement, most);
}
