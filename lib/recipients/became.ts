import type { Actor } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import type { Prisma } from "@/lib/generated/prisma/client";

type Tx = Prisma.TransactionClient;

/** What an office is by now: itself or the one it was merged into, and whether anybody may write to it. */
export type Became = { id: string; name: string; doNotContact: boolean };

/** Somebody or something of an earlier state that does not come back as it was: `into` is who stands in its place. */
export type NotBack = { name: string; why: "gone" | "do-not-contact" | "merged" | "rule" | "version"; into?: string };

const shape = {
  id: true,
  country: true,
  doNotContactAt: true,
  texts: { select: { language: true, short: true } },
} satisfies Prisma.RecipientSelect;

type Row = Prisma.RecipientGetPayload<{ select: typeof shape }>;

/** An office in few words: its short name and its country. */
export function shortName({ id, country, texts }: Pick<Row, "id" | "country" | "texts">, language: string): string {
  return `${texts.length > 0 ? inLanguage(texts, language, "en").short : id} (${country})`;
}

/**
 * What became of offices the history of a campaign speaks of, by their ids then; those that were removed are left out.
 * @param language that of the campaign, for their names
 */
export async function whatBecame(
  tx: Tx,
  { organisationId }: Pick<Actor, "organisationId">,
  ids: string[],
  language: string,
): Promise<Map<string, Became>> {
  const rows = await tx.recipient.findMany({
    where: { organisationId, id: { in: ids } },
    select: { ...shape, mergedInto: { select: shape } },
  });
  return new Map(
    rows.map(({ mergedInto, ...row }) => {
      const now = mergedInto ?? row;
      return [row.id, { id: now.id, name: shortName(now, language), doNotContact: now.doNotContactAt !== null }];
    }),
  );
}

/**
 * The same, where nobody removes one of them until the transaction ends. A stronger lock would wait for who changes an office and
 * waits for the campaign.
 */
export async function lockBecame(
  tx: Tx,
  actor: Pick<Actor, "organisationId">,
  ids: string[],
  language: string,
): Promise<Map<string, Became>> {
  await tx.$queryRaw`
    select 1 from recipients
    where organisation_id = ${actor.organisationId}::uuid
      and id in (select coalesce(merged_into_id, id) from recipients where id = any(${ids}::uuid[]))
    order by id for key share`;
  return whatBecame(tx, actor, ids, language);
}
