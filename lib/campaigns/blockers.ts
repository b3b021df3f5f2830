import { listConsentProblems } from "@/lib/cases/consent-problems";
import type { Prisma } from "@/lib/generated/prisma/client";
import { toEverybody } from "@/lib/letters/versions";
import { findRoutingGaps } from "@/lib/routing/findings";
import { findRecipientGaps } from "./recipient-gaps";
import { findSummaryLengths } from "./summary-length";
import { findAltGaps, findTextGaps, findVersionGaps } from "./text-gaps";

type Tx = Prisma.TransactionClient;

/** What keeps a campaign from being published, or what would make it better; and the room where it is mended. */
export type Finding = {
  code: FindingCode;
  weight: "blocks" | "advice";
  room: "page" | "letter" | "picture" | "recipients" | "recipients/rules" | "settings" | "case";
  language?: string;
  /** The office or the person it is about. */
  about?: string;
  /** The fields that are empty, in their order. */
  lacks?: Lacking[];
};

/** What a text or a letter is not whole without. */
export type Lacking = "title" | "request" | "summary" | "body" | "subject" | "opening" | "closing";

export type FindingCode =
  | "text-missing"
  | "text-incomplete"
  | "text-language-missing"
  | "letter-missing"
  | "letter-incomplete"
  | "letter-language-missing"
  | "version-language-missing"
  | "version-incomplete"
  | "picture-alt-missing"
  | "recipient-missing"
  | "recipient-unnamed"
  | "recipient-language-missing"
  | "recipient-unread"
  | "do-not-contact"
  | "do-not-contact-everywhere"
  | "address-missing"
  | "address-missing-everywhere"
  | "recipient-sample"
  | "routing-nobody"
  | "routing-some-nobody"
  | "routing-no-fallback"
  | "distribution-missing"
  | "permission-missing"
  | "deadline-past"
  | "facts-unverified"
  | "summary-short"
  | "summary-long"
  | "name-consent-missing"
  | "slug-consent-missing"
  | "picture-consent-missing"
  | "press-consent-missing";

/** What the findings are read from. */
export const findingShape = {
  defaultLanguage: true,
  distribution: true,
  distributionPermittedBy: true,
  distributionPermittedAt: true,
  deadlineAt: true,
  case: { select: { verifiedAt: true } },
  recipients: {
    orderBy: { position: "asc" },
    select: {
      recipient: {
        select: {
          id: true,
          language: true,
          doNotContactAt: true,
          texts: true,
          addresses: { where: { retiredAt: null }, select: { status: true } },
        },
      },
    },
  },
} satisfies Prisma.CampaignSelect;

export type FindingCampaign = Prisma.CampaignGetPayload<{ select: typeof findingShape }>;

/**
 * Everything that is missing before a campaign may be signed, and then what is worth a look; in the order of its rooms.
 * @param which the revision that is looked at: the `newest` one, or the newest that is `published`
 */
export async function listBlockers(
  tx: Tx,
  campaignId: string,
  which: "newest" | "published" = "newest",
): Promise<Finding[]> {
  const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: findingShape });
  const revision = await tx.revision.findFirst({
    where: { campaignId, ...(which === "published" && { publishedAt: { not: null } }) },
    orderBy: { number: "desc" },
    select: {
      id: true,
      pictureId: true,
      texts: true,
      sampleLetters: true,
      versions: { orderBy: { position: "asc" } },
      versionRecipients: { select: { recipientId: true, key: true } },
    },
  });
  const letters = toEverybody(revision?.sampleLetters ?? []);
  const found: Finding[] = [
    ...findTextGaps(campaign.defaultLanguage, revision?.texts ?? [], letters),
    ...findSummaryLengths(revision?.texts ?? []),
    ...findVersionGaps(revision?.versions ?? [], revision?.sampleLetters ?? []),
    ...(revision?.pictureId ? findAltGaps(revision.texts) : []),
    ...findRecipientGaps(campaign, revision ?? { sampleLetters: [], versionRecipients: [] }),
    ...(await findRoutingGaps(tx, campaignId)),
    ...findSettingsGaps(campaign, new Date()),
    ...(revision ? await findConsentGaps(tx, campaignId, revision.id) : []),
    ...findStaleFacts(campaign, new Date()),
  ];
  return [...found.filter(blocks), ...found.filter((one) => !blocks(one))];
}

export function blocks({ weight }: Finding): boolean {
  return weight === "blocks";
}

function findSettingsGaps(campaign: FindingCampaign, now: Date): Finding[] {
  const { distribution, distributionPermittedBy, distributionPermittedAt, deadlineAt } = campaign;
  const found: Finding["code"][] = [];
  if (!distribution) found.push("distribution-missing");
  else if (!distributionPermittedBy || !distributionPermittedAt) found.push("permission-missing");
  if (deadlineAt && deadlineAt <= now) found.push("deadline-past");
  return found.map((code) => ({ code, weight: "blocks", room: "settings" }));
}

/** Facts that nobody has looked at for so long may no longer be so. */
const verifiedForDays = 30;

function findStaleFacts({ case: { verifiedAt } }: FindingCampaign, now: Date): Finding[] {
  const fresh = verifiedAt !== null && now.getTime() - verifiedAt.getTime() < verifiedForDays * 86_400_000;
  return fresh ? [] : [{ code: "facts-unverified", weight: "advice", room: "case" }];
}

async function findConsentGaps(tx: Tx, campaignId: string, revisionId: string): Promise<Finding[]> {
  const problems = await listConsentProblems(tx, campaignId, revisionId);
  return problems.map(({ code, person }) => {
    // An address is easier changed than a consent got.
    const room = code === "slug-consent-missing" ? "settings" : "case";
    return { code, weight: "blocks", room, about: person };
  });
}
