import { v7 as uuidv7, validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { newWrappedKey } from "@/lib/privacy/sealing";
import { copyRules } from "@/lib/routing/copy-rules";
import { claimFreeSlug } from "./claim-slug";
import { copyWords } from "./copy-words";

type Tx = Prisma.TransactionClient;

/**
 * Begins a campaign like another one, of the same case: its newest texts and letters, its recipients, their rules, and settings. It gets
 * an address and a key of its own; signatures, dates, and the word of who permitted it stay behind. Who may, its caller has asked.
 * @returns the new campaign's id
 * @throws Refusal("not-found")
 */
export async function writeDuplicate(tx: Tx, actor: Actor, campaignId: string): Promise<string> {
  const { organisationId } = actor;
  if (!validate(campaignId)) throw new Refusal("not-found");
  const id = uuidv7();
  const source = await tx.campaign.findFirst({
    where: { id: campaignId, organisationId },
    include: { recipients: true, revisions: { orderBy: { number: "desc" }, take: 1 } },
  });
  if (!source) throw new Refusal("not-found");
  const { caseId, followsId, kind, nature, distribution, defaultLanguage, goal, officeHours, whenAmbiguous } = source;
  const slug = await claimFreeSlug(tx, source.slug.replace(/-\d{1,2}$/, ""));
  const copied = { organisationId, caseId, followsId, kind, nature, distribution, defaultLanguage, goal };
  const { doNotMention, doNotMentionAt, refuseMissing, reachedLimit, prefersOwnClient, embedHosts } = source;
  const leaving = { officeHours, whenAmbiguous, doNotMention, doNotMentionAt, refuseMissing, reachedLimit };
  const { writing, sensitive, disclosures } = source;
  await tx.campaign.create({
    data: {
      ...copied,
      ...leaving,
      prefersOwnClient,
      writing,
      sensitive,
      disclosures,
      embedHosts,
      id,
      slug,
      sealedKey: newWrappedKey(id),
    },
  });
  await copyRevision(tx, { id, organisationId }, source.revisions[0]);
  const recipients = source.recipients.map((recipient) => ({ ...recipient, campaignId: id }));
  await tx.campaignRecipient.createMany({ data: recipients });
  await copyRules(tx, { from: campaignId, to: id });
  const entry = { action: "campaign.duplicate", subjectType: "campaign", subjectId: id, reason: campaignId };
  await recordEvent(actor, entry, tx);
  return id;
}

async function copyRevision(
  tx: Tx,
  { id: campaignId, organisationId }: { id: string; organisationId: string },
  source?: { id: string; pictureId: string | null },
): Promise<void> {
  const id = uuidv7();
  const pictureId = source?.pictureId;
  await tx.revision.create({ data: { id, organisationId, campaignId, number: 1, pictureId } });
  if (!source) return;
  await copyWords(tx, { from: source.id, to: id });
}
