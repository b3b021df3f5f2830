import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

const recipientShape = {
  id: true,
  country: true,
  language: true,
  texts: true,
  holders: { where: { until: null }, orderBy: { since: "desc" }, take: 1 },
  addresses: { where: { retiredAt: null }, orderBy: { position: "asc" } },
} satisfies Prisma.RecipientSelect;

const shape = {
  id: true,
  organisationId: true,
  slug: true,
  kind: true,
  nature: true,
  state: true,
  deadlineAt: true,
  deadlineZone: true,
  goal: true,
  defaultLanguage: true,
  publishedAt: true,
  organisation: { select: { name: true, senderAddress: true, privacyText: true } },
  case: { select: { country: true } },
  original: {
    select: {
      originator: true,
      originatorAt: true,
      forwarder: true,
      forwarderAt: true,
      reference: true,
      incidentOn: true,
      issuedOn: true,
    },
  },
  revisions: {
    where: { publishedAt: { not: null } },
    orderBy: { number: "desc" },
    take: 1,
    select: { id: true, number: true, texts: true, sampleLetters: true },
  },
  recipients: {
    orderBy: { position: "asc" },
    select: {
      role: true,
      recipient: { select: recipientShape },
    },
  },
} satisfies Prisma.CampaignSelect;

type Row = Prisma.CampaignGetPayload<{ select: typeof shape }>;

/** An appeal as the public side knows it: its newest published revision, and everybody it is addressed to. */
export type Appeal = Omit<Row, "revisions" | "recipients"> & {
  revision: Row["revisions"][number];
  recipients: AppealRecipient[];
};

export type AppealRecipient = Row["recipients"][number]["recipient"] & { role: Row["recipients"][number]["role"] };

type Written = { campaignId: string; revisionId: string };

const publicStates = ["live", "paused", "closed"] as const;
const publicDistributions = ["web", "press"] as const;

/** The appeal at a public address, or null when there is none that the public may see. */
export async function findAppeal(slug: string): Promise<Appeal | null> {
  const row = await db().campaign.findFirst({
    where: { slug, state: { in: [...publicStates] }, distribution: { in: [...publicDistributions] } },
    select: shape,
  });
  return row && asAppeal({ ...row, state: stateNow(row) });
}

/**
 * The appeal a submission was written for, in the revision it was written from: also one that is no longer, or not for
 * everybody, in public.
 */
export async function getAppealOf({ campaignId, revisionId }: Written): Promise<Appeal> {
  const revisions = { ...shape.revisions, where: { id: revisionId } };
  const row = await db().campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { ...shape, revisions } });
  const appeal = asAppeal(row);
  if (!appeal) throw new Error(`revision ${revisionId} is missing`);
  return appeal;
}

/** Recipients by their ids: also such as were taken out of their campaign since, but have letters. */
export async function listRecipientsOf(ids: string[]): Promise<AppealRecipient[]> {
  if (ids.length === 0) return [];
  const rows = await db().recipient.findMany({ where: { id: { in: ids } }, select: recipientShape });
  return rows.map((row) => ({ ...row, role: "to" }));
}

/** The appeals open to the public, newest first. */
export async function listOpenAppeals(): Promise<Appeal[]> {
  const rows = await db().campaign.findMany({
    where: {
      state: { in: ["live", "paused"] },
      distribution: { in: [...publicDistributions] },
      OR: [{ deadlineAt: null }, { deadlineAt: { gt: new Date() } }],
    },
    orderBy: { publishedAt: "desc" },
    take: 50,
    select: shape,
  });
  return rows.flatMap((row) => asAppeal(row) ?? []);
}

/** A deadline holds by itself, whether or not a worker has closed the campaign yet. */
function stateNow({ state, deadlineAt }: Pick<Row, "state" | "deadlineAt">): Row["state"] {
  return state === "live" && deadlineAt && deadlineAt <= new Date() ? "closed" : state;
}

function asAppeal({ revisions: [revision], recipients, ...rest }: Row): Appeal | null {
  if (!revision) return null;
  return { ...rest, revision, recipients: recipients.map(({ role, recipient }) => ({ ...recipient, role })) };
}

/** The entry in the reader's language, else in the campaign's own, else the first there is. */
export function inLanguage<T extends { language: string }>(entries: T[], language: string, fallback: string): T {
  const found =
    entries.find((entry) => entry.language === language) ??
    entries.find((entry) => entry.language === fallback) ??
    entries[0];
  if (!found) throw new Error("a published text is missing in every language");
  return found;
}
