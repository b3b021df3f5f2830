import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { lockLetters } from "./lock-letters";
import type { SkipInput } from "./schema";

/**
 * Gives up the letters of a campaign to one recipient that are held for a reason: they never leave. Of those that may have
 * arrived nobody knows: they are not cancelled.
 * @returns how many
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("not-possible-now") for those held for their words;
 *   Refusal("changed-meanwhile") when they are not as many as the member
 *   was shown
 */
export async function skipLetters(actor: Actor, input: SkipInput): Promise<number> {
  await requireAccess(actor, "delivery.steer");
  const { campaign: campaignId, recipient: recipientId, reason, count } = input;
  // Their writers are told why, one by one.
  if (reason === "words") throw new Refusal("not-possible-now");
  return db().$transaction(
    async (tx) => {
      await lockLetters(tx, actor, input);
      const skipped = await tx.$executeRaw`
        update letters set state = case when doubled_at is not null or hold_reason = 'ambiguous' then 'unknown' else 'cancelled' end::delivery_state,
          state_at = now()
        where campaign_id = ${campaignId}::uuid and recipient_id = ${recipientId}::uuid and state = 'held'
          and coalesce(hold_reason, 'address') = ${reason}::hold_reason`;
      if (skipped !== count) throw new Refusal("changed-meanwhile");
      const entry = { action: "letters.skip", subjectType: "recipient", subjectId: recipientId, reason };
      await recordEvent(actor, entry, tx);
      return skipped;
    },
    { timeout: 120_000 },
  );
}
