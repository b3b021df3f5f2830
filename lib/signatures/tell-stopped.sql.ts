import { mostWaiting, tell, tellStatement } from "./tell.sql";

/**
 * Makes service mails to those who could still send a letter of a stopped campaign by themselves, each of them once. When
 * nobody is left, and nobody can come any more whose confirmation was on its way when it was stopped, the campaign is done.
 */
const statement = tellStatement({
  kind: "stopped",
  untold: `stopped as (
  select id, stopped_at, (
    select count(*) from mails m
    where m.campaign_id = c.id and m.kind = 'stopped' and m.state in ('queued', 'waiting', 'claimed')
  ) as waiting
  from campaigns c where stopped_at is not null and stop_told_at is null
  for no key update skip locked
), untold as (
  select g.* from stopped s cross join lateral (
    select g.* from signatures g
    where g.campaign_id = s.id and g.state = 'confirmed' and g.submission_id is not null
      and exists (select from letters l where l.signature_id = g.id and l.state = 'with_signer')
      and not exists (
        select from mails m
        where m.campaign_id = g.campaign_id and m.signature_id = g.id and m.kind = 'stopped' and m.state <> 'cancelled'
          and m.over_at is null
      )
    limit greatest(0, $1 - s.waiting)
  ) g
)`,
  done: `done as (
  update campaigns c set stop_told_at = now()
  from stopped s
  where c.id = s.id and s.waiting < $1 and s.stopped_at < now() - interval '2 minutes' and not exists (select from untold u where u.campaign_id = c.id)
)`,
});

/** @returns how many mails were made */
export async function tellStopped(most = mostWaiting): Promise<number> {
  return tell("tell-stopped", statement, most);
}
