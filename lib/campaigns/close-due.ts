import { db } from "@/lib/db";

/**
 * Closes the open campaigns whose deadline has passed. A paused one stays paused: closing it would let its letters leave.
 * @returns how many
 */
export async function closeDueCampaigns(): Promise<number> {
  return db().$executeRaw`
    with due as (
      update campaigns set state = 'closed', state_at = now()
      where state = 'live' and deadline_at <= now()
      returning id, organisation_id
    )
    insert into audit_events (id, organisation_id, action, subject_type, subject_id)
    select gen_random_uuid(), organisation_id, 'campaign.deadline', 'campaign', id from due`;
}
