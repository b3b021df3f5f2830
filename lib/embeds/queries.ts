import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { publicDistributions, publicStates } from "@/lib/campaigns/public";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fingerprint } from "@/lib/fingerprint";
import { readPartnerTotals } from "@/lib/reports/partners.sql";

/** The sites that may show a public appeal in a frame; null when the public may not see one at this slug. */
export async function findEmbedHosts(slug: string): Promise<string[] | null> {
  const row = await db().campaign.findFirst({
    where: {
      slug,
      state: { in: [...publicStates] },
      distribution: { in: [...publicDistributions] },
      publishedAt: { not: null },
    },
    select: { embedHosts: true },
  });
  return row?.embedHosts ?? null;
}

/** How a campaign is shown elsewhere, and the mark that a save brings back. */
export type Embed = { slug: string; hosts: string[]; isPublic: boolean; languages: string[]; seen: string };

/** @throws Refusal("no-access"), Refusal("not-found") */
export async function getEmbed(actor: Actor, campaignId: string): Promise<Embed> {
  await requireAccess(actor, "campaigns.read");
  const row = validate(campaignId)
    ? await db().campaign.findFirst({
        where: { id: campaignId, organisationId: actor.organisationId },
        select: {
          slug: true,
          embedHosts: true,
          state: true,
          distribution: true,
          publishedAt: true,
          revisions: {
            where: { publishedAt: { not: null } },
            orderBy: { number: "desc" },
            take: 1,
            select: { texts: { select: { language: true }, orderBy: { language: "asc" } } },
          },
        },
      })
    : null;
  if (!row) throw new Refusal("not-found");
  const { slug, embedHosts: hosts, state, distribution, publishedAt, revisions } = row;
  const shown = [...publicStates].some((one) => one === state);
  return {
    slug,
    hosts,
    isPublic: publishedAt !== null && shown && [...publicDistributions].some((one) => one === distribution),
    languages: (revisions[0]?.texts ?? []).map(({ language }) => language),
    seen: hostsMark(hosts),
  };
}

/** The mark of the sites as they are stored. */
export function hostsMark(hosts: string[]): string {
  return fingerprint(hosts);
}

const counted = ["signed", "confirmed", "accepted", "self_reported"] as const;
const mostPartners = 100;

/** What came by one partner's link or frame; `""` is everybody who came without one. */
export type PartnerTotals = { partner: string } & Record<(typeof counted)[number], number>;

/**
 * The tallies of a campaign by partner, those with the most confirmed first, at most 100.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listPartnerTotals(actor: Actor, campaignId: string): Promise<PartnerTotals[]> {
  await requireAccess(actor, "campaigns.read");
  const { organisationId } = actor;
  const where = { id: campaignId, organisationId };
  const known = validate(campaignId) ? await db().campaign.findFirst({ where, select: { id: true } }) : null;
  if (!known) throw new Refusal("not-found");
  const found = new Map<string, PartnerTotals>();
  for (const { partner, state, count } of await readPartnerTotals(
    { organisationId, campaignId },
    { states: [...counted], most: mostPartners },
  )) {
    const entry = found.get(partner) ?? { partner, signed: 0, confirmed: 0, accepted: 0, self_reported: 0 };
    found.set(partner, { ...entry, [state]: Number(count) });
  }
  return [...found.values()].toSorted((one, other) => other.confirmed - one.confirmed || other.signed - one.signed);
}
