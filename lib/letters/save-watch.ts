import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockEditable } from "@/lib/campaigns/lock";
import { recordChange } from "@/lib/campaigns/record-change";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { recordRecipients } from "@/lib/recipients/record-recipients";
import type { WatchInput } from "./schema";
import { type LetterWatch, watchMark } from "./watch";

type Tx = Prisma.TransactionClient;

/**
 * Saves what a campaign watches in its letters: words that must not be mentioned, whether requests and facts must stay, and
 * how long a letter to each recipient may be. It holds at once, also for letters that were signed and have not left.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("changed-meanwhile")
 */
export async function saveLetterWatch(actor: Actor, campaignId: string, input: WatchInput): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const { words, refuseMissing, seen } = input;
  await db().$transaction(
    async (tx) => {
      await lockEditable(tx, { ...actor, campaignId });
      const before = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
      if (seen !== watchMark(before)) throw new Refusal("changed-meanwhile");
      const doNotMention = [...new Set(words)];
      const changed = watchMark({ ...before, doNotMention }) !== seen;
      await tx.campaign.update({ where: { id: campaignId }, data: { doNotMention, refuseMissing } });
      if (changed) await readAgain(tx, campaignId);
      const after = { doNotMention, refuseMissing };
      if (watchMark(after) !== seen) await noteWords(tx, actor, campaignId, { before, after });
      await recordRecipients(tx, actor, campaignId, () => saveLimits(tx, campaignId, input.limits));
      await recordEvent(actor, { action: "letter.watch", subjectType: "campaign", subjectId: campaignId }, tx);
    },
    { timeout: 120_000 },
  );
}

type Said = Pick<LetterWatch, "doNotMention" | "refuseMissing">;

async function noteWords(
  tx: Tx,
  actor: Actor,
  campaignId: string,
  { before, after }: { before: Said; after: Said },
): Promise<void> {
  const { doNotMention, refuseMissing } = before;
  const change = { before: { doNotMention, refuseMissing }, after };
  await recordChange(tx, actor, { campaignId, revisionId: null, part: "words", ...change });
}

/** Takes what was read before as unread, by the database's clock, and the bytes of letters that have not left: they are made again, and so looked through, under the same Message-ID. */
async function readAgain(tx: Tx, campaignId: string): Promise<void> {
  await tx.$executeRaw`update campaigns set do_not_mention_at = clock_timestamp() where id = ${campaignId}::uuid`;
  await tx.$executeRaw`
    update letters
    set sealed_bytes = null, lease = null, lease_until = null,
      state = case when state = 'claimed' then 'queued' else state end,
      state_at = case when state = 'claimed' then now() else state_at end
    where campaign_id = ${campaignId}::uuid
      and (state = 'claimed' or (state in ('queued', 'waiting', 'held', 'failed', 'unknown', 'bounced') and sealed_bytes is not null))`;
}

async function saveLimits(tx: Tx, campaignId: string, limits: WatchInput["limits"]): Promise<void> {
  const { reached, ...attached } = limits;
  if (reached !== undefined) await tx.campaign.update({ where: { id: campaignId }, data: { reachedLimit: reached } });
  for (const [recipientId, letterLimit] of Object.entries(attached)) {
    if (validate(recipientId)) {
      await tx.campaignRecipient.updateMany({ where: { campaignId, recipientId }, data: { letterLimit } });
    }
  }
}
