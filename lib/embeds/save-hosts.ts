import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockEditable } from "@/lib/campaigns/lock";
import { recordChange } from "@/lib/campaigns/record-change";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { hostsMark } from "./queries";
import type { EmbedInput } from "./schema";

/**
 * Says which sites may show an appeal in a frame. It holds for the next page that is asked for; of frames that stand open
 * already, for their next step.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("being-edited"), Refusal("changed-meanwhile")
 */
export async function saveEmbedHosts(actor: Actor, campaignId: string, { hosts, seen }: EmbedInput): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    await lockEditable(tx, { ...actor, campaignId });
    const before = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { embedHosts: true } });
    if (seen !== hostsMark(before.embedHosts)) throw new Refusal("changed-meanwhile");
    await tx.campaign.update({ where: { id: campaignId }, data: { embedHosts: hosts } });
    if (hostsMark(hosts) !== seen) {
      const change = { before: { ...before }, after: { embedHosts: hosts } };
      await recordChange(tx, actor, { campaignId, revisionId: null, part: "hosts", ...change });
    }
    await recordEvent(actor, { action: "campaign.embed", subjectType: "campaign", subjectId: campaignId }, tx);
  });
}
