import { failuresThatHold } from "@/lib/recipients/failures";

/**
 * Part of a statement that ends letters, after its other parts: what it means for their addresses that a server said they
 * do not work. An address becomes failing, for a member to look at; one failure never kills it. At the third letter (one
 * that failed there before does not count again) the letters that wait for it, or for the breaker of its lane, are held until a
 * member decides. Letters somebody else has in hand are passed over, for waiting could end in a circle: the next failure
 * finds them.
 * @param source a part before it, one row a letter: letter_id, address_id, code and response (texts), and `counts`, false
 *   for what will pass, such as a full mailbox
 */
export const addressFailed = (source: string): string => `, blaming as (
  select b.address_id, count(*) filter (where b.counts and not exists (
      select from bounces x where x.letter_id = b.letter_id and x.action = 'failed' and x.received_at > s.since
    ) and not exists (
      select from attempts x where x.letter_id = b.letter_id and x.outcome = 'failed' and x.at > s.since
    ))::int as failures, min(b.code) as code, min(b.response) as response
  from ${source} b
  cross join lateral (select coalesce(readdressed_at, '-infinity') as since from letters where id = b.letter_id) s
  where b.address_id is not null
  group by b.address_id
), to_blame as (
  select id from addresses where id in (select address_id from blaming) order by id for no key update
), failing as (
  update addresses a
  set failures = a.failures + b.failures, failed_at = now(), failure_code = b.code, failure_response = b.response,
    status = case a.status when 'working' then 'failing' else a.status end
  from blaming b join to_blame t on t.id = b.address_id
  where a.id = t.id
  returning a.id, a.lane, a.failures
), stranded as (
  select l.id
  from letters l join failing f on f.lane = l.lane and f.id = l.address_id
  where f.failures >= ${failuresThatHold} and l.state in ('queued', 'waiting')
  for update of l skip locked
), stranded_broken as (
  select l.id
  from letters l join failing f on f.lane = l.lane and f.id = l.address_id
  where f.failures >= ${failuresThatHold} and l.state = 'held' and l.hold_reason = 'breaker'
  for update of l skip locked
), held_back as (
  update letters l set state = 'held', hold_reason = 'address', state_at = now()
  where l.id in (select id from stranded union all select id from stranded_broken)
  returning l.id
)`;
