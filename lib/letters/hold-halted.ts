import { db } from "@/lib/db";

/** Letters that are held in one statement. */
const mostAtOnce = 2000;

/**
 * Holds the letters that may not leave because their campaign was stopped or its deadline has passed, some at a time. They could
 * not leave before either, since claim and fence ask the campaign; held they are seen for what they are. Whoever wonders why
 * gets a task. Any worker may do so at any time.
 * @returns how many
 */
export async function holdHalted(most = mostAtOnce): Promise<number> {
  for (let held = 0; ;) {
    const count = await holdSome(most);
    held += count;
    if (count < most) return held;
  }
}

async function holdSome(most: number): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    with halted as (
      select id, organisation_id, 'stop'::hold_reason as reason from campaigns where stopped_at is not null
      union all
      select id, organisation_id, 'deadline' from campaigns
      where deadline_at <= now() and published_at is not null and stopped_at is null and state in ('live', 'paused', 'closed')
    ), due as (
      select l.id, h.reason from halted h cross join lateral (
        select id from letters where campaign_id = h.id and state in ('queued', 'waiting')
        limit ${most} for update skip locked
      ) l
      limit ${most}
    ), held as (
      update letters l set state = 'held', hold_reason = d.reason, state_at = now() from due d where l.id = d.id
      returning l.campaign_id, l.organisation_id, d.reason
    ), tasks as (
      insert into tasks (id, organisation_id, campaign_id, kind)
      select gen_random_uuid(), organisation_id, campaign_id, 'deadline_passed' from held
      where reason = 'deadline' group by organisation_id, campaign_id
      on conflict (campaign_id, kind) where done_at is null do nothing
    )
    select count(*)::int as count from held`;
  return row?.count ?? 0;
}
