import type { Prisma } from "@/lib/generated/prisma/client";
import { provenanceShape } from "@/lib/originals/provenance-shape";
import { markOf } from "./mark-of";

const officeShape = {
  country: true,
  language: true,
  timeZone: true,
  texts: { orderBy: { language: "asc" } },
  holders: { where: { until: null }, orderBy: { id: "asc" }, select: { id: true, name: true, status: true } },
  addresses: {
    where: { retiredAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, channel: true, value: true },
  },
} satisfies Prisma.RecipientSelect;

const shape = {
  organisationId: true,
  slug: true,
  kind: true,
  followsId: true,
  distribution: true,
  distributionPermittedBy: true,
  distributionPermittedAt: true,
  defaultLanguage: true,
  deadlineAt: true,
  deadlineZone: true,
  goal: true,
  drip: true,
  officeHours: true,
  whenAmbiguous: true,
  prefersOwnClient: true,
  doNotMention: true,
  refuseMissing: true,
  writing: true,
  sensitive: true,
  disclosures: true,
  reachedLimit: true,
  rules: {
    where: { removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      kind: true,
      countries: true,
      represents: true,
      fallbackId: true,
      most: true,
      fallback: { select: officeShape },
      recipients: {
        orderBy: [{ position: "asc" }, { recipientId: "asc" }],
        select: { recipientId: true, recipient: { select: officeShape } },
      },
    },
  },
  recipients: {
    orderBy: [{ position: "asc" }, { recipientId: "asc" }],
    select: {
      recipientId: true,
      role: true,
      letterLimit: true,
      recipient: { select: officeShape },
    },
  },
  original: { select: provenanceShape },
  revisions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      id: true,
      number: true,
      pictureId: true,
      texts: { orderBy: { language: "asc" } },
      sampleLetters: { orderBy: [{ language: "asc" }, { version: "asc" }] },
      versions: {
        orderBy: { key: "asc" },
        select: {
          key: true,
          name: true,
          recipients: { orderBy: { recipientId: "asc" }, select: { recipientId: true } },
        },
      },
    },
  },
} satisfies Prisma.CampaignSelect;

/**
 * The mark of all that a campaign would publish: its newest revision, its settings, and whom it writes to by what name and
 * address. Whatever a member can change before publishing belongs here: an approval is of one mark, and of nothing else.
 */
export async function contentMark(tx: Prisma.TransactionClient, campaignId: string): Promise<string> {
  const { original, ...campaign } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: shape });
  const represents = { in: campaign.rules.flatMap((rule) => rule.represents ?? []) };
  const embassies = await tx.embassy.findMany({
    where: { organisationId: campaign.organisationId, represents },
    orderBy: { id: "asc" },
    select: { id: true, represents: true, host: true, coversAlso: true, recipient: { select: officeShape } },
  });
  return markOf({ campaign, embassies, ...(original && { original }) });
}
