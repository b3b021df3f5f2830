import type { Prisma } from "@/lib/generated/prisma/client";
import { fingerprint } from "./fingerprint";

const shape = {
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
  doNotMention: true,
  refuseMissing: true,
  rules: {
    where: { removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      kind: true,
      countries: true,
      represents: true,
      fallbackId: true,
      most: true,
      recipients: { orderBy: [{ position: "asc" }, { recipientId: "asc" }], select: { recipientId: true } },
    },
  },
  recipients: {
    orderBy: [{ position: "asc" }, { recipientId: "asc" }],
    select: {
      recipientId: true,
      role: true,
      letterLimit: true,
      recipient: {
        select: {
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
        },
      },
    },
  },
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
  return fingerprint(await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: shape }));
}
