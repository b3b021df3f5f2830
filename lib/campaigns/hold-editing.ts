import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Editing, getEditing } from "./editing";

/**
 * Takes the one place of whoever edits a campaign, or gives a sign of life from it; one that somebody else holds stays
 * theirs. By the database's clock.
 * @returns who edits it now
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function holdEditing(actor: Actor, campaignId: string): Promise<Editing | null> {
  await requireAccess(actor, "texts.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  const { organisationId, accountId } = actor;
  await db().$executeRaw`
    insert into edit_locks as held (campaign_id, organisation_id, account_id)
    select id, organisation_id, ${accountId}::uuid from campaigns
    where id = ${campaignId}::uuid and organisation_id = ${organisationId}::uuid and state <> 'archived'
    on conflict (campaign_id) do update set
      account_id = excluded.account_id,
      since = case when held.account_id = excluded.account_id and held.seen_at > clock_timestamp() - interval '2 minutes'
        then held.since else clock_timestamp() end,
      seen_at = clock_timestamp()
    where held.account_id = excluded.account_id or held.seen_at <= clock_timestamp() - interval '2 minutes'`;
  return getEditing(actor, campaignId);
}
