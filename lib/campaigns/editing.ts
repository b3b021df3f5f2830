import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/** Who edits a campaign now: `holder` is their account. */
export type Editing = { mine: boolean; holder: string; name: string; since: Date };

type Row = { holder: string; name: string; since: Date };

/**
 * Who edits a campaign now, or null.
 * @throws Refusal("no-access"), Refusal("not-found") also for a campaign of another organisation
 */
export async function getEditing(actor: Actor, campaignId: string): Promise<Editing | null> {
  await requireAccess(actor, "texts.edit");
  const { organisationId, accountId } = actor;
  const where = { id: campaignId, organisationId };
  if (!validate(campaignId) || (await db().campaign.count({ where })) === 0) throw new Refusal("not-found");
  const [row] = await db().$queryRaw<Row[]>`
    select account_id as holder, name, since from edit_locks join accounts on accounts.id = account_id
    where campaign_id = ${campaignId}::uuid and organisation_id = ${organisationId}::uuid
      and seen_at > clock_timestamp() - interval '2 minutes'`;
  return row ? { ...row, mine: row.holder === accountId } : null;
}
