import { Prisma } from "@/lib/generated/prisma/client";

export type Pair = { stays: string; goes: string };

/** How the letters of a campaign that writes to the one that goes will read; a name is null for the letter to everybody. */
export type MergedVersion = { campaignId: string; version: string | null; other: string | null };

/**
 * The revisions in which the one that stays takes the other's place among the versions of a letter: those by which nothing is
 * or was written to it. In all others it keeps the version it stands in.
 */
export const placesTaken = ({ stays, goes }: Pair): Prisma.Sql => Prisma.sql`
  select v.revision_id, v.key, v.organisation_id
  from version_recipients v join revisions r on r.id = v.revision_id
  where v.recipient_id = ${goes}::uuid
    and not exists (select from version_recipients w where w.revision_id = r.id and w.recipient_id = ${stays}::uuid)
    and not exists (select from campaign_recipients c where c.campaign_id = r.campaign_id and c.recipient_id = ${stays}::uuid)
    and not exists (
      select from routing_rules u join routing_rule_recipients n on n.rule_id = u.id
      where u.campaign_id = r.campaign_id and u.removed_at is null and u.kind = 'own_government' and n.recipient_id = ${stays}::uuid
    )
    and not exists (
      select from routing_rules u join embassies e on e.represents = u.represents
      where u.campaign_id = r.campaign_id and u.removed_at is null and e.recipient_id = ${stays}::uuid
    )
    and not exists (
      select from letters l where l.campaign_id = r.campaign_id and l.revision_id = r.id and l.recipient_id = ${stays}::uuid
    )
    and not exists (
      select from signatures g join submissions s on s.signature_id = g.id
      where g.campaign_id = r.campaign_id and g.state = 'pending' and s.revision_id = r.id
        and s.routes @> jsonb_build_array(jsonb_build_object('recipient', ${stays}::text))
    )`;

/** Called before letters are moved, so that what counts as written to is what a member saw. */
export async function takePlaces(tx: Prisma.TransactionClient, pair: Pair): Promise<void> {
  await tx.$executeRaw`
    insert into version_recipients (revision_id, recipient_id, key, organisation_id)
    select revision_id, ${pair.stays}::uuid, key, organisation_id from (${placesTaken(pair)}) p`;
}

/** @returns of each campaign with versions that writes to the one that goes, by its newest revision, how its letters will read */
export async function listMergedVersions(tx: Prisma.TransactionClient, pair: Pair): Promise<MergedVersion[]> {
  const { stays, goes } = pair;
  return tx.$queryRaw<MergedVersion[]>`
    with places as materialized (${placesTaken(pair)}), newest as (
      select distinct on (r.campaign_id) r.campaign_id, r.id
      from revisions r join campaign_recipients c on c.campaign_id = r.campaign_id and c.recipient_id = ${goes}::uuid
      order by r.campaign_id desc, r.number desc
    )
    select n.campaign_id as "campaignId", mine.name as version, other.name as other
    from newest n
    left join version_recipients b on b.revision_id = n.id and b.recipient_id = ${goes}::uuid
    left join version_recipients a on a.revision_id = n.id and a.recipient_id = ${stays}::uuid
    left join places p on p.revision_id = n.id
    left join letter_versions other on other.revision_id = n.id and other.key = b.key
    left join letter_versions mine on mine.revision_id = n.id and mine.key = coalesce(a.key, p.key)
    where a.key is not null or b.key is not null
    order by n.campaign_id desc
    limit 50`;
}
