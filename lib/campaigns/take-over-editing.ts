import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { holdEditing } from "./hold-editing";

/**
 * Takes the place of the member who edits a campaign; they keep what they typed and can save nothing more. Of two who take
 * over at once from the same member the first one has it.
 * @param from the account of the member who was shown to be editing
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("being-edited") when it is somebody else by now
 */
export async function takeOverEditing(actor: Actor, campaignId: string, from: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  const { organisationId, accountId } = actor;
  const holder = validate(from) ? from : accountId;
  await db().$transaction(async (tx) => {
    const taken = await tx.$executeRaw`
      update edit_locks set account_id = ${accountId}::uuid, since = clock_timestamp(), seen_at = clock_timestamp()
      where campaign_id = ${campaignId}::uuid and organisation_id = ${organisationId}::uuid
        and account_id = ${holder}::uuid and account_id <> ${accountId}::uuid`;
    if (taken === 0) return;
    const entry = { action: "campaign.taken-over", subjectType: "campaign", subjectId: campaignId };
    await recordEvent(actor, { ...entry, reason: holder }, tx);
  });
  const now = await holdEditing(actor, campaignId);
  if (now && !now.mine) throw new Refusal("being-edited");
}
