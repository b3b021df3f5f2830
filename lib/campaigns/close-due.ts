import { db } from "@/lib/db";

/**
 * Closes the open campaigns whose deadline has passed: nobody signs them any more, and their letters wait until a member has
 * decided. A paused one stays paused.
 * @returns how many
 */
export async function closeDueCampaigns(): Promise<number> {
  return db().$executeRaw`
    with due as (
      update campaigns set state = 'closed', state_at = now(), overdue_at = now()
      where state = 'live' and deadline_at <= now()
      returning id, organisation_id
    ), tasks as (
      insert into tasks (id, organisation_id, campaign_id, kind)
      select gen_random_uuid(), organisation_id, id, 'deadline_passed' from due
      on conflict (campaign_id, kind) where done_at is null do nothing
    )
    insert into audit_events (id, organisation_id, action, subject_type, subject_id)
    select gen_random_uuid(), organisation_id, 'campaign.deadline', 'campaign', id from due`;
}
