import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { lockBecame } from "@/lib/recipients/became";
import { listReached } from "@/lib/routing/list-reached";
import { recordVersions } from "./record-versions";
import { removeLetters } from "./remove-letters";
import { type KeptVersion, returningVersions } from "./returning-versions";
import type { LetterContent } from "./sample-letter";
import { writeSampleLetter } from "./write-sample-letter";

type Tx = Prisma.TransactionClient;
type Kept = { campaignId: string; rows: KeptVersion[]; broughtBackId: string };
type In = { campaignId: string; revisionId: string };
type Version = { key: string; name: string; recipients: string[] };

/**
 * Gives the revision of a campaign that may be changed the versions of the letter it had before a change, and who stood in them.
 * Letters of a version that were removed with it come back too; versions made since go, with theirs.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign, and where nobody
 *   would be left for the letter to all others; Refusal("being-edited")
 */
export async function restoreVersions(actor: Actor, { campaignId, rows, broughtBackId }: Kept): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    const of = { campaignId, revisionId };
    const { defaultLanguage } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    const ids = rows.flatMap(({ recipients }) => recipients.map(({ id }) => id));
    const { versions, notBack } = returningVersions(rows, await lockBecame(tx, actor, ids, defaultLanguage));
    const before = await tx.letterVersion.findMany({ where: { revisionId }, select: { key: true } });
    const back = { broughtBackId, notBack };
    await recordVersions(tx, actor, of, () => writeVersions(tx, actor, of, versions), back);
    const gone = before.filter(({ key }) => !versions.some((one) => one.key === key));
    for (const { key } of gone) await removeLetters(tx, actor, of, { version: key });
    const fresh = versions.filter(({ key }) => !before.some((one) => one.key === key));
    for (const { key } of fresh) await bringLetters(tx, actor, { ...of, version: key, broughtBackId });
    const entry = { action: "version.brought-back", subjectType: "campaign", subjectId: campaignId };
    await recordEvent(actor, { ...entry, reason: broughtBackId }, tx);
  });
}

async function writeVersions(
  tx: Tx,
  { organisationId }: Actor,
  { campaignId, revisionId }: In,
  versions: Version[],
): Promise<void> {
  await tx.letterVersion.deleteMany({ where: { revisionId } });
  await tx.letterVersion.createMany({
    data: versions.map(({ key, name }, position) => ({ revisionId, key, organisationId, name, position })),
  });
  await tx.versionRecipient.createMany({
    data: versions.flatMap(({ key, recipients }) =>
      recipients.map((recipientId) => ({ revisionId, recipientId, key, organisationId })),
    ),
  });
  if (versions.length > 0) await requireOthers(tx, campaignId, versions);
}

/** @throws Refusal("not-possible-now") where everybody who can be written to stands in a version */
async function requireOthers(tx: Tx, campaignId: string, versions: Version[]): Promise<void> {
  const attached = await tx.campaignRecipient.findMany({ where: { campaignId }, select: { recipientId: true } });
  const reached = await listReached(tx, campaignId);
  const placed = new Set(versions.flatMap(({ recipients }) => recipients));
  const all = [...attached.map(({ recipientId }) => recipientId), ...reached.map(({ id }) => id)];
  if (all.every((id) => placed.has(id))) throw new Refusal("not-possible-now");
}

type Lost = In & { version: string; broughtBackId: string };

/** The letters of a version that were removed since: in each language what was removed last. */
async function bringLetters(
  tx: Tx,
  actor: Actor,
  { campaignId, revisionId, version, broughtBackId }: Lost,
): Promise<void> {
  const removed = await tx.revisionChange.findMany({
    where: { campaignId, part: "letter", version, id: { gt: broughtBackId }, after: { equals: Prisma.DbNull } },
    orderBy: [{ language: "asc" }, { id: "desc" }],
    distinct: ["language"],
  });
  for (const { id, language, before } of removed) {
    const into = { campaignId, revisionId, language, version, broughtBackId: id };
    await writeSampleLetter(tx, actor, into, before as LetterContent);
  }
}
