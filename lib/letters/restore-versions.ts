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
import { contentOf, type LetterContent } from "./sample-letter";
import { everybody } from "./versions";
import { writeSampleLetter } from "./write-sample-letter";

type Tx = Prisma.TransactionClient;
type Kept = { campaignId: string; rows: KeptVersion[]; broughtBackId: string };
type In = { campaignId: string; revisionId: string };
type Version = { key: string; name: string; recipients: string[] };

/**
 * Gives the revision of a campaign that may be changed the versions of the letter it had before a change, and who stood in them.
 * A version that is gone comes with a letter in each language of the letter to all others: the one that was removed with it, else a
 * copy of that; versions made since go, with theirs.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign, where none of them can
 *   come back, and where nobody would be left for the letter to all others; Refusal("being-edited")
 */
export async function restoreVersions(actor: Actor, { campaignId, rows, broughtBackId }: Kept): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    const of = { campaignId, revisionId };
    const { defaultLanguage } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    const ids = rows.flatMap(({ recipients }) => recipients.map(({ id }) => id));
    const { versions, notBack } = returningVersions(rows, await lockBecame(tx, actor, ids, defaultLanguage));
    if (versions.length === 0 && rows.length > 0) throw new Refusal("not-possible-now");
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

/** Of each language the letter of the version that was removed last since then, else the one to all others. */
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
  const toAll = await tx.sampleLetter.findMany({ where: { revisionId, version: everybody } });
  for (const letter of toAll) {
    const { language } = letter;
    const lost = removed.find((one) => one.language === language);
    const content = lost ? (lost.before as LetterContent) : contentOf(letter);
    const into = { campaignId, revisionId, language, version, ...(lost && { broughtBackId: lost.id }) };
    await writeSampleLetter(tx, actor, into, content);
  }
}
