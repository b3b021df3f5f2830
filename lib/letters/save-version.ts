import { v4 as uuidv4, v7 as uuidv7, validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { listReached } from "@/lib/routing/list-reached";
import { recordVersions } from "./record-versions";
import { letterLimits } from "./schema";
import { everybody, versionMark } from "./versions";

type Tx = Prisma.TransactionClient;
type Input = { key: string; name: string; recipients: string[]; seen?: string };
type In = { organisationId: string; campaignId: string; revisionId: string };

/**
 * Makes a version of the letter for some of a campaign's recipients, also such as only its rules reach, or changes its name and who stands in it; in the
 * revision that may be changed. A new one begins as a copy of the letter to all others, in each of its languages. Whom it
 * takes leaves the version they stood in.
 * @param input of a version that is there `seen`, the mark of what the form was opened with
 * @returns the key of the version
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("changed-meanwhile"); ZodError
 */
export async function saveVersion(actor: Actor, campaignId: string, input: Input): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  const { organisationId } = actor;
  return db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    const of = { organisationId, campaignId, revisionId };
    if (input.key) await requireSeen(tx, { revisionId, ...input });
    const key = await recordVersions(tx, actor, of, () => writeVersion(tx, of, input));
    const entry = { action: "version.saved", subjectType: "campaign", subjectId: campaignId, reason: key };
    await recordEvent(actor, entry, tx);
    return key;
  });
}

async function writeVersion(tx: Tx, of: In, input: Input): Promise<string> {
  const { revisionId } = of;
  const { name } = input;
  const key = input.key || (await addVersion(tx, of, name));
  await tx.letterVersion.updateMany({ where: { revisionId, key }, data: { name } });
  const twin = { revisionId, name, key: { not: key } };
  if ((await tx.letterVersion.count({ where: twin })) > 0) throw fieldError("versionName", "twice");
  await place(tx, of, { ...input, key });
  return key;
}

async function requireSeen(tx: Tx, { revisionId, key, seen }: Input & { revisionId: string }): Promise<void> {
  const version = await tx.letterVersion.findFirst({ where: { revisionId, key }, select: { name: true } });
  if (!version) throw new Refusal("not-found");
  const where = { revisionId, key };
  const standing = await tx.versionRecipient.findMany({ where, select: { recipientId: true, key: true } });
  if (versionMark(version.name, standing, key) !== seen) throw new Refusal("changed-meanwhile");
}

async function addVersion(tx: Tx, { organisationId, revisionId }: In, name: string): Promise<string> {
  const position = await tx.letterVersion.count({ where: { revisionId } });
  if (position >= letterLimits.versions) throw fieldError("versionName", "too-many");
  const key = uuidv4();
  await tx.letterVersion.create({ data: { revisionId, key, organisationId, name, position } });
  const letters = await tx.sampleLetter.findMany({ where: { revisionId, version: everybody } });
  await tx.sampleLetter.createMany({ data: letters.map((one) => ({ ...one, id: uuidv7(), version: key })) });
  return key;
}

async function place(tx: Tx, of: In, { key, recipients }: Input): Promise<void> {
  const { organisationId, campaignId, revisionId } = of;
  const attached = await tx.campaignRecipient.findMany({ where: { campaignId }, select: { recipientId: true } });
  const reached = await listReached(tx, campaignId);
  const all = [...attached.map(({ recipientId }) => recipientId), ...reached.map(({ id }) => id)];
  const chosen = all.filter((id) => recipients.includes(id));
  if (chosen.length === 0) throw fieldError("recipients", "required");
  await tx.versionRecipient.deleteMany({ where: { revisionId, OR: [{ key }, { recipientId: { in: chosen } }] } });
  await tx.versionRecipient.createMany({
    data: chosen.map((recipientId) => ({ revisionId, recipientId, key, organisationId })),
  });
  const placed = await tx.versionRecipient.findMany({ where: { revisionId }, select: { recipientId: true } });
  const others = all.filter((id) => !placed.some(({ recipientId }) => recipientId === id));
  if (others.length === 0) throw fieldError("recipients", "nobody-left");
}
