import { caseNames, mayShow, protectedShape } from "@/lib/cases/persons";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { primaryLanguage } from "@/lib/locales";
import { provenanceShape } from "@/lib/originals/provenance-shape";
import { addressedShape } from "@/lib/recipients/addressed-shape";
import type { Rule } from "@/lib/routing/decide";
import { matchLanguage } from "@/lib/languages/match";
import { asRule, ruleShape } from "@/lib/routing/rule-shape";
import { publicDistributions, publicStates } from "./public";
import { letterWithoutNames, textWithoutNames, withoutNames } from "./withheld";

const recipientShape = {
  ...addressedShape,
  doNotContactAt: true,
  country: true,
  sample: true,
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
  embedHosts: true,
  defaultLanguage: true,
  publishedAt: true,
  doNotMention: true,
  refuseMissing: true,
  writing: true,
  sensitive: true,
  disclosures: true,
  reachedLimit: true,
  prefersOwnClient: true,
  overdueAt: true,
  stoppedAt: true,
  stopReason: true,
  organisation: { select: { name: true, senderAddress: true, privacyText: true, showsVerified: true } },
  case: {
    select: {
      country: true,
      verifiedAt: true,
      persons: { select: protectedShape },
      outcomes: {
        where: { audience: "public", retractedAt: null },
        orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
        select: { id: true, happenedOn: true, language: true, text: true, source: true },
      },
      // Those whose bytes are there, without them.
      pictures: {
        where: { bytes: { not: null } },
        select: { id: true, width: true, height: true, credit: true, shows: true },
      },
    },
  },
  original: {
    select: provenanceShape,
  },
  revisions: {
    where: { publishedAt: { not: null } },
    orderBy: { number: "desc" },
    take: 1,
    select: {
      id: true,
      number: true,
      publishedAt: true,
      pictureId: true,
      texts: true,
      sampleLetters: true,
      versionRecipients: { select: { recipientId: true, key: true } },
    },
  },
  recipients: {
    orderBy: { position: "asc" },
    select: {
      role: true,
      letterLimit: true,
      recipient: { select: recipientShape },
    },
  },
  rules: ruleShape,
} satisfies Prisma.CampaignSelect;

type Row = Prisma.CampaignGetPayload<{ select: typeof shape }>;

/** The one picture of an appeal; `credit` says who made it. */
export type AppealPicture = { id: string; width: number; height: number; credit: string };

/**
 * An appeal as the public side knows it: its newest published revision, and everybody it is addressed to who may be
 * contacted. Names and pictures of people at risk are in it only as far as they consent.
 */
export type Appeal = Omit<Row, "revisions" | "recipients" | "case" | "rules"> & {
  case: { country: string; outcomes: Row["case"]["outcomes"] };
  /** When its facts were verified last; null also where the organisation does not say. */
  verifiedAt: Date | null;
  revision: Row["revisions"][number];
  picture: AppealPicture | null;
  recipients: AppealRecipient[];
  rules: Rule[];
};

export type AppealRecipient = Row["recipients"][number]["recipient"] &
  Pick<Row["recipients"][number], "role" | "letterLimit">;

type Written = { campaignId: string; revisionId: string };

/** The appeal at a public address, or null when there is none that the public may see. */
export async function findAppeal(slug: string): Promise<Appeal | null> {
  const row = await db().campaign.findFirst({
    where: { slug, state: { in: [...publicStates] }, distribution: { in: [...publicDistributions] } },
    select: shape,
  });
  return row && asAppeal(asOfNow(row));
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
  return rows.map((row) => ({ ...row, role: "to", letterLimit: null }));
}

/** Somebody a rule reaches for, with the embassies they are that matter here. */
export type ReachableRecipient = AppealRecipient & {
  embassies: { represents: string; host: string; coversAlso: string[] }[];
};

/**
 * Whom the rules of an appeal reach from one country beside those attached to it: embassies that are there or accredited
 * there, and the recipients that rules name. Only of the appeal's own organisation.
 */
export async function listReachable(
  { organisationId, rules, reachedLimit }: Pick<Appeal, "organisationId" | "rules" | "reachedLimit">,
  country: string,
): Promise<ReachableRecipient[]> {
  const represents = { in: rules.flatMap((rule) => rule.represents ?? []) };
  const embassies = { organisationId, represents, OR: [{ host: country }, { coversAlso: { has: country } }] };
  const governments = rules.flatMap(({ kind, recipients }) => (kind === "own_government" ? recipients : []));
  const rows = await db().recipient.findMany({
    where: {
      organisationId,
      doNotContactAt: null,
      OR: [{ embassies: { some: embassies } }, { id: { in: governments }, country }],
    },
    orderBy: { id: "asc" },
    select: {
      ...recipientShape,
      embassies: { where: embassies, select: { represents: true, host: true, coversAlso: true } },
    },
  });
  return rows.map((row) => ({ ...row, role: "to", letterLimit: reachedLimit }));
}

/** How many open appeals stand on one page. */
const openOnPage = 50;

/**
 * A page of the appeals open to the public, newest first.
 * @param after the public address of the last appeal of the page before; one that the public may not see counts as not given
 * @returns the appeals, and the `after` of the next page or null at the end
 */
export async function listOpenAppeals(
  after?: string,
  limit = openOnPage,
): Promise<{ appeals: Appeal[]; next: string | null }> {
  const shown = { distribution: { in: [...publicDistributions] } } satisfies Prisma.CampaignWhereInput;
  const last = after
    ? await db().campaign.findFirst({
        where: { slug: after, state: { in: [...publicStates] }, ...shown },
        select: { id: true, publishedAt: true },
      })
    : null;
  const rows = await db().campaign.findMany({
    where: {
      ...shown,
      state: { in: ["live", "paused"] },
      publishedAt: { not: null },
      AND: [
        { OR: [{ deadlineAt: null }, { deadlineAt: { gt: new Date() } }] },
        last?.publishedAt
          ? {
              OR: [{ publishedAt: { lt: last.publishedAt } }, { publishedAt: last.publishedAt, id: { lt: last.id } }],
            }
          : {},
      ],
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: shape,
  });
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? (page.at(-1)?.slug ?? null) : null;
  return { appeals: page.flatMap((row) => asAppeal(row) ?? []), next };
}

/** A deadline holds by itself, whether or not a worker has closed the campaign yet, and while it is paused. */
function asOfNow(row: Row): Row {
  const { state, deadlineAt } = row;
  if (!deadlineAt || deadlineAt > new Date()) return row;
  if (state === "live") return { ...row, state: "closed", overdueAt: deadlineAt };
  return state === "paused" ? { ...row, overdueAt: deadlineAt } : row;
}

function asAppeal({ revisions: [revision], recipients, rules, case: its, original, ...rest }: Row): Appeal | null {
  if (!revision) return null;
  const names = caseNames(its.persons);
  const { defaultLanguage, stopReason } = rest;
  const outcomes = its.outcomes.map((one) => {
    const plain = (words: string) => withoutNames(words, names, one.language);
    return { ...one, text: plain(one.text), source: plain(one.source) };
  });
  return {
    ...rest,
    case: { country: its.country, outcomes },
    verifiedAt: rest.organisation.showsVerified ? its.verifiedAt : null,
    stopReason: stopReason && withoutNames(stopReason, names, defaultLanguage),
    original: original && originalWithoutNames(original, (words) => withoutNames(words, names, defaultLanguage)),
    revision: {
      ...revision,
      texts: revision.texts.map((text) => textWithoutNames(text, names)),
      sampleLetters: revision.sampleLetters.map((letter) => letterWithoutNames(letter, names)),
    },
    picture: pictureOf(its, revision.pictureId, (words) => withoutNames(words, names, defaultLanguage)),
    recipients: recipients
      .filter(({ recipient }) => recipient.doNotContactAt === null)
      .map(({ role, letterLimit, recipient }) => ({ ...recipient, role, letterLimit })),
    rules: rules.map(asRule),
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

/** The entry in the reader's language, also as it is written elsewhere (pt for pt-BR), else in the campaign's own, else the first there is. */
export function inLanguage<T extends { language: string }>(entries: T[], language: string, fallback: string): T {
  const codes = entries.map((entry) => entry.language);
  const near =
    matchLanguage(language, codes) ?? codes.find((code) => primaryLanguage(code) === primaryLanguage(language));
  const code = near ?? matchLanguage(fallback, codes);
  const found = entries.find((entry) => entry.language === code) ?? entries[0];
  if (!found) throw new Error("a published text is missing in every language");
  return found;
}
