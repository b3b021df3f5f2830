import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { saysWithheldName } from "@/lib/cases/withheld-names";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { markOf } from "./mark-of";
import { lockCampaign } from "./lock";
import { titleOf, titleShape } from "./title";

const shape = {
  id: true,
  slug: true,
  kind: true,
  state: true,
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
  writing: true,
  sensitive: true,
  disclosures: true,
  prefersOwnClient: true,
  publishedAt: true,
  caseId: true,
} satisfies Prisma.CampaignSelect;

type Row = Prisma.CampaignGetPayload<{ select: typeof shape }>;

/** The settings of a campaign, what may be chosen for them, and the mark that a save brings back. */
export type CampaignSettings = Row & {
  case: { country: string };
  languages: string[];
  others: { id: string; title: string }[];
  /** Whether its address may still be changed. */
  slugOpen: boolean;
  seen: string;
};

/** @throws Refusal("no-access"), Refusal("not-found") also for a campaign of another organisation */
export async function getSettings(actor: Actor, campaignId: string): Promise<CampaignSettings> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const row = validate(campaignId) ? await db().campaign.findFirst({ where, select: withCase }) : null;
  if (!row) throw new Refusal("not-found");
  const { case: ofCase, revisions, ...settings } = row;
  const others = ofCase.campaigns.filter(({ id }) => id !== campaignId);
  return {
    ...settings,
    case: { country: ofCase.country },
    languages: (revisions[0]?.texts ?? []).map(({ language }) => language),
    others: others.map((other) => ({ id: other.id, title: titleOf(other) })),
    slugOpen: !settings.publishedAt || (await saysWithheldName(db(), settings.caseId, settings.slug)),
    seen: settingsMark(settings),
  };
}

/** The mark of a campaign's settings as they are stored. */
export function settingsMark(row: Row): string {
  return markOf(settingsOf(row));
}

type Set = Omit<Row, "id" | "state" | "publishedAt" | "caseId">;

/** Settings as the history keeps them: moments are written out (ISO 8601). */
export type StoredSettings = { [Name in keyof Set]: Set[Name] extends Date | null ? string | null : Set[Name] };

export function storedSettings(row: Row): StoredSettings {
  const { distributionPermittedAt, deadlineAt, ...rest } = settingsOf(row);
  return {
    ...rest,
    distributionPermittedAt: distributionPermittedAt?.toISOString() ?? null,
    deadlineAt: deadlineAt?.toISOString() ?? null,
  };
}

/** What a member may set, of a campaign's row. */
function settingsOf(row: Row): Set {
  const { id: _id, state: _state, publishedAt: _publishedAt, caseId: _caseId, ...settings } = row;
  return settings;
}

/** A campaign's settings for a verb that changes them: nobody else does until its transaction ends. */
export async function lockSettings(tx: Prisma.TransactionClient, actor: Actor, campaignId: string): Promise<Row> {
  const { organisationId } = actor;
  await lockCampaign(tx, { organisationId, campaignId });
  return readSettings(tx, { id: campaignId, organisationId });
}

/** A campaign's settings as they stand in this transaction. */
export async function readSettings(
  tx: Prisma.TransactionClient,
  where: { id: string; organisationId: string },
): Promise<Row> {
  return tx.campaign.findFirstOrThrow({ where, select: shape });
}

const withCase = {
  ...shape,
  revisions: {
    orderBy: { number: "desc" },
    take: 1,
    select: { texts: { select: { language: true }, orderBy: { language: "asc" } } },
  },
  case: {
    select: {
      country: true,
      campaigns: {
        orderBy: { createdAt: "desc" },
        select: { ...titleShape, id: true },
      },
    },
  },
} satisfies Prisma.CampaignSelect;
