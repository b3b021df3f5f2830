import { type Actor, requireAccess } from "@/lib/accounts/access";
import { countCampaigns, type DeskCampaign, listOpenCampaigns } from "@/lib/campaigns/desk-queries";
import { beingRevised } from "@/lib/campaigns/being-revised";
import { nearDeadline } from "@/lib/campaigns/near-deadline";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";
import type { CampaignState } from "@/lib/generated/prisma/enums";

/** What the desk begins with, but for the letters on their way. */
export type Overview = {
  /** How many campaigns are in each state that any is in. */
  campaigns: Partial<Record<CampaignState, number>>;
  /** Open campaigns that end within a week. */
  due: number;
  /** Open campaigns with a revision that is not published, the newest few of them by name. */
  revised: { count: number; first: { id: string; title: string }[] };
  /** Addresses that fail and of which a member has not decided. */
  failing: number;
  /** Open campaigns, those that end first before the others. */
  open: DeskCampaign[];
  /** How far an organisation has come that has published nothing but the example; null for others. */
  begun: { cases: number; campaignId: string | null } | null;
};

const mostOpen = 10;
const mostNamed = 3;

/**
 * What waits for somebody in the actor's organisation, and its open campaigns.
 * @throws Refusal("no-access")
 */
export async function getOverview(actor: Actor): Promise<Overview> {
  await requireAccess(actor, "overview.read");
  const { organisationId } = actor;
  const [campaigns, due, revised, failing, open, begun] = await Promise.all([
    countCampaigns(actor),
    db().campaign.count({ where: { organisationId, ...nearDeadline() } }),
    findRevised(organisationId),
    db().address.count({ where: { organisationId, status: "failing", retiredAt: null } }),
    listOpenCampaigns(actor, mostOpen),
    findBeginning(organisationId),
  ]);
  return { campaigns, due, revised, failing, open, begun };
}

async function findRevised(organisationId: string): Promise<Overview["revised"]> {
  const where = { organisationId, ...beingRevised() };
  const [count, rows] = await Promise.all([
    db().campaign.count({ where }),
    db().campaign.findMany({ where, orderBy: { id: "desc" }, take: mostNamed, select: { id: true, ...titleShape } }),
  ]);
  return { count, first: rows.map((row) => ({ id: row.id, title: titleOf(row) })) };
}

async function findBeginning(organisationId: string): Promise<Overview["begun"]> {
  const published = await db().campaign.findFirst({
    where: { organisationId, nature: { not: "example" }, publishedAt: { not: null } },
    select: { id: true },
  });
  if (published) return null;
  const [cases, campaign] = await Promise.all([
    db().case.count({ where: { organisationId, campaigns: { none: { nature: "example" } } } }),
    db().campaign.findFirst({
      where: { organisationId, nature: { not: "example" }, state: { not: "archived" } },
      orderBy: { id: "desc" },
      select: { id: true },
    }),
  ]);
  return { cases, campaignId: campaign?.id ?? null };
}
