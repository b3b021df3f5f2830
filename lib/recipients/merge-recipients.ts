import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { recordRules } from "@/lib/routing/record-rules";
import { lockMerged } from "./lock-merged";
import { mergeAddresses, mergeLetters } from "./merge-letters.sql";
import { alikeInContact, moveBelongings } from "./merge-belongings.sql";
import { type Pair, takePlaces } from "./merge-versions.sql";
import { recordRecipients } from "./record-recipients";
import { lockRecipient } from "./own-recipient";
import { rerouteLetters } from "./reroute-letters";

/**
 * Makes two recipients one. Campaigns, embassies, addresses, holders, tags, groups and letters that were not made yet go to the
 * one that stays; of two letters of one writer the second is cancelled. The one that stays keeps its version of the letter, and
 * what was checked in another leaves as it was checked. What was sent goes on telling of the office it was written to. What is confirmed later follows by the trigger `letters_library`. It cannot be undone.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one and the same
 */
export async function mergeRecipients(actor: Actor, pair: Pair): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  const { stays, goes } = pair;
  const merge = async (tx: Prisma.TransactionClient) => {
    await lockCampaigns(tx, actor);
    await lockMerged(tx, actor, [stays, goes]);
    for (const id of [stays, goes].toSorted()) await lockRecipient(tx, actor, id, "letters");
    if (stays === goes) throw new Refusal("not-possible-now");
    await takePlaces(tx, pair);
    await mergeLetters(tx, pair);
    await mergeAddresses(tx, pair);
    await inHistories(tx, actor, goes, () => moveBelongings(tx, pair));
    await tx.recipient.updateMany({
      where: { OR: [{ id: goes }, { mergedIntoId: goes }] },
      data: { mergedIntoId: stays },
    });
    await alikeInContact(tx, stays);
    await forgetSilenced(tx, pair);
    await rerouteLetters(tx, { actor, recipientId: stays });
    await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
    const subject = { subjectType: "recipient", subjectId: stays };
    await recordEvent(actor, { action: "recipient.merged", ...subject, reason: goes }, tx);
  };
  await db().$transaction(merge, { timeout: 120_000 });
}

/** Which of the two it was said of last is not known any more: taking "do not contact" back would lift what others have said. */
async function forgetSilenced(tx: Prisma.TransactionClient, { stays, goes }: Pair): Promise<void> {
  await tx.$executeRaw`
    update undos set ids = array_remove(array_remove(ids, ${stays}::uuid), ${goes}::uuid)
    where act = 'silenced' and undone_at is null and ids && array[${stays}::uuid, ${goes}::uuid]`;
}

// First of all, as every verb about a campaign's recipients does; people go on signing meanwhile.
async function lockCampaigns(tx: Prisma.TransactionClient, { organisationId }: Actor): Promise<void> {
  await tx.$queryRaw`
    select 1 from campaigns where organisation_id = ${organisationId}::uuid order by id for no key update`;
}

/** Every campaign that wrote to the one that goes, or has a rule that names it, says in its history that it is another. */
async function inHistories(
  tx: Prisma.TransactionClient,
  actor: Actor,
  recipientId: string,
  move: () => Promise<void>,
): Promise<void> {
  const campaigns = await tx.campaignRecipient.findMany({
    where: { recipientId },
    orderBy: { campaignId: "asc" },
    select: { campaignId: true },
  });
  const ruled = await tx.campaign.findMany({
    where: {
      rules: {
        some: { removedAt: null, OR: [{ fallbackId: recipientId }, { recipients: { some: { recipientId } } }] },
      },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const listed = campaigns.reduce(
    (act, { campaignId }) =>
      () =>
        recordRecipients(tx, actor, campaignId, act),
    move,
  );
  const noted = ruled.reduce(
    (act, { id }) =>
      () =>
        recordRules(tx, actor, id, act),
    listed,
  );
  await noted();
}
