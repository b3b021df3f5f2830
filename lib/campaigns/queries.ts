import { caseNames, mayShow, protectedShape } from "@/lib/cases/persons";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { publicDistributions, publicStates } from "./public";
import { letterWithoutNames, textWithoutNames, withoutNames } from "./withheld";

const recipientShape = {
  id: true,
  doNotContactAt: true,
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
  case: {
    select: {
      country: true,
      persons: { select: protectedShape },
      // Those whose bytes are there, without them.
      pictures: {
        where: { bytes: { not: null } },
        select: { id: true, width: true, height: true, credit: true, shows: true },
      },
    },
  },
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
    select: { id: true, number: true, pictureId: true, texts: true, sampleLetters: true },
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

/** The one picture of an appeal; `credit` says who made it. */
export type AppealPicture = { id: string; width: number; height: number; credit: string };

/**
 * An appeal as the public side knows it: its newest published revision, and everybody it is addressed to who may be contacted. Names and pictures
 * of people at risk are in it only as far as they consent.
 */
export type Appeal = Omit<Row, "revisions" | "recipients" | "case"> & {
  case: { country: string };
  revision: Row["revisions"][number];
  picture: AppealPicture | null;
  recipients: AppealRecipient[];
};

export type AppealRecipient = Row["recipients"][number]["recipient"] & { role: Row["recipients"][number]["role"] };

type Written = { campaignId: string; revisionId: string };

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

function asAppeal({ revisions: [revision], recipients, case: its, original, ...rest }: Row): Appeal | null {
  if (!revision) return null;
  const names = caseNames(its.persons);
  const { defaultLanguage } = rest;
  return {
    ...rest,
    case: { country: its.country },
    original: original && originalWithoutNames(original, (words) => withoutNames(words, names, defaultLanguage)),
    revision: {
      ...revision,
      texts: revision.texts.map((text) => textWithoutNames(text, names)),
      sampleLetters: revision.sampleLetters.map((letter) => letterWithoutNames(letter, names)),
    },
    picture: pictureOf(its, revision.pictureId, (words) => withoutNames(words, names, defaultLanguage)),
    recipients: recipients
      .filter(({ recipient }) => recipient.doNotContactAt === null)
      .map(({ role, recipient }) => ({ ...recipient, role })),
  };
}

type Mask = (words: string) => string;

function originalWithoutNames(original: NonNullable<Row["original"]>, mask: Mask): NonNullable<Row["original"]> {
  const { originator, originatorAt, forwarder, forwarderAt, reference } = original;
  return {
    ...original,
    originator: originator && mask(originator),
    originatorAt: originatorAt && mask(originatorAt),
    forwarder: forwarder && mask(forwarder),
    forwarderAt: forwarderAt && mask(forwarderAt),
    reference: reference && mask(reference),
  };
}

function pictureOf({ pictures, persons }: Row["case"], pictureId: string | null, mask: Mask): AppealPicture | null {
  const picture = pictures.find(({ id }) => id === pictureId);
  if (!picture || !mayShow(picture.shows, persons)) return null;
  const { id, width, height, credit } = picture;
  return { id, width, height, credit: mask(credit) };
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
