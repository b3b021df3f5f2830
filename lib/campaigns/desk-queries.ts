import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CampaignState, Channel } from "@/lib/generated/prisma/enums";
import { pickAddress } from "@/lib/recipients/route";
import { getTotals, listRecipientTotals, type RecipientTotals, type Totals } from "@/lib/reports/queries";
import { beingRevised } from "./being-revised";
import { nearDeadline } from "./near-deadline";
import { inLanguage, listRecipientsOf } from "./queries";
import type { CampaignQuery } from "./schema";
import { titleOf } from "./title";

const facts = {
  id: true,
  slug: true,
  kind: true,
  nature: true,
  state: true,
  stateAt: true,
  distribution: true,
  defaultLanguage: true,
  deadlineAt: true,
  deadlineZone: true,
  goal: true,
  overdueAt: true,
  stoppedAt: true,
  publishedAt: true,
  createdAt: true,
  caseId: true,
  case: { select: { title: true, country: true } },
  revisions: {
    orderBy: { number: "desc" },
    take: 1,
    select: { number: true, publishedAt: true, texts: { select: { language: true, title: true, request: true } } },
  },
} satisfies Prisma.CampaignSelect;

type Row = Prisma.CampaignGetPayload<{ select: typeof facts }>;

/** A campaign as the desk lists it; `title` is that of its newest revision in its own language. */
export type DeskCampaign = Omit<Row, "revisions"> & {
  title: string;
  request: string;
  languages: string[];
  revision: number | null;
  /** Whether its newest revision is still being worked on. */
  unpublished: boolean;
  totals: Totals;
};

/** A recipient of a campaign, also one taken out of it that has letters: its short name, and the letters by channel. */
export type DeskRecipient = {
  id: string;
  name: string;
  role: "to" | "copy";
  /** How letters to it go now; null while no address works, and for one that was taken out. */
  channel: Channel | null;
  letters: RecipientTotals[];
};

/**
 * A page of the campaigns of the actor's organisation with their totals, newest first. Ids rise with time (UUID v7), so the
 * id is the key of the page.
 * @param query `state`: only those in it, without one all but the archived; `due`: only open ones that end within a week;
 *   `revised`: only open ones with a revision that is not published
 * @returns the campaigns, and the `before` of the next page or null at the end
 * @throws Refusal("no-access")
 */
export async function listCampaigns(
  actor: Actor,
  { state, due, revised, before, limit }: CampaignQuery & { limit: number },
): Promise<{ campaigns: DeskCampaign[]; next: string | null }> {
  await requireAccess(actor, "campaigns.read");
  const rows = await db().campaign.findMany({
    where: {
      organisationId: actor.organisationId,
      state: state ?? { not: "archived" },
      AND: [due ? nearDeadline() : {}, revised ? beingRevised() : {}],
      id: before ? { lt: before } : undefined,
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: facts,
  });
  const campaigns = await withTotals(rows.slice(0, limit));
  return { campaigns, next: rows.length > limit ? (campaigns.at(-1)?.id ?? null) : null };
}

/**
 * The open campaigns of the actor's organisation with their totals, those that end first before the others.
 * @throws Refusal("no-access")
 */
export async function listOpenCampaigns(actor: Actor, limit: number): Promise<DeskCampaign[]> {
  await requireAccess(actor, "campaigns.read");
  const rows = await db().campaign.findMany({
    where: { organisationId: actor.organisationId, state: { in: ["live", "paused"] } },
    orderBy: [{ deadlineAt: { sort: "asc", nulls: "last" } }, { id: "desc" }],
    take: limit,
    select: facts,
  });
  return withTotals(rows);
}

async function withTotals(rows: Row[]): Promise<DeskCampaign[]> {
  const totals = await getTotals(rows.map(({ id }) => id));
  return rows.flatMap((row) => asDeskCampaign(row, totals[row.id]));
}

/**
 * How many campaigns the actor's organisation has in each state that any is in.
 * @throws Refusal("no-access")
 */
export async function countCampaigns(actor: Actor): Promise<Partial<Record<CampaignState, number>>> {
  await requireAccess(actor, "campaigns.read");
  const where = { organisationId: actor.organisationId };
  const groups = await db().campaign.groupBy({ by: ["state"], where, _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

/**
 * One campaign with its totals and its recipients, in the order they are written to.
 * @throws Refusal("no-access"), Refusal("not-found") also for a campaign of another organisation
 */
export async function getCampaign(actor: Actor, id: string): Promise<DeskCampaign & { recipients: DeskRecipient[] }> {
  await requireAccess(actor, "campaigns.read");
  const { organisationId } = actor;
  const row = validate(id) ? await db().campaign.findFirst({ where: { id, organisationId }, select: facts }) : null;
  const [campaign] = row ? asDeskCampaign(row, (await getTotals([id]))[id]) : [];
  if (!campaign) throw new Refusal("not-found");
  return { ...campaign, recipients: await listRecipients(organisationId, id, campaign.defaultLanguage) };
}

const recipientShape = {
  id: true,
  texts: { select: { language: true, short: true } },
  addresses: { where: { retiredAt: null }, orderBy: { position: "asc" }, select: { channel: true, status: true } },
} satisfies Prisma.RecipientSelect;

async function listRecipients(organisationId: string, campaignId: string, language: string): Promise<DeskRecipient[]> {
  const [rows, letters] = await Promise.all([
    db().campaignRecipient.findMany({
      where: { organisationId, campaignId },
      orderBy: { position: "asc" },
      select: { role: true, recipient: { select: recipientShape } },
    }),
    listRecipientTotals(organisationId, campaignId),
  ]);
  const present = rows.map(({ role, recipient: { addresses, ...recipient } }) => ({
    ...recipient,
    role,
    channel: pickAddress({ addresses })?.channel ?? null,
  }));
  const former = letters.map(({ recipientId }) => recipientId).filter((id) => !present.some((one) => one.id === id));
  const gone = (await listRecipientsOf([...new Set(former)])).map((one) => ({ ...one, channel: null }));
  return [...present, ...gone].map(({ id, role, channel, texts }) => ({
    id,
    role,
    channel,
    name: texts.length > 0 ? inLanguage(texts, language, "en").short : id,
    letters: letters.filter(({ recipientId }) => recipientId === id),
  }));
}

function asDeskCampaign({ revisions: [revision], ...row }: Row, totals: Totals | undefined): DeskCampaign[] {
  if (!totals) return [];
  const texts = revision?.texts ?? [];
  const request = texts.length > 0 ? inLanguage(texts, row.defaultLanguage, "en").request : "";
  return [
    {
      ...row,
      title: titleOf({ ...row, revisions: [{ texts }] }),
      request,
      languages: texts.map(({ language }) => language).toSorted(),
      revision: revision?.number ?? null,
      unpublished: revision?.publishedAt === null,
      totals,
    },
  ];
}
