import { inLanguage } from "@/lib/campaigns/queries";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";

/** Campaigns by id: what members call them. */
export async function campaignTitles(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().campaign.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...titleShape },
  });
  return new Map(rows.map(({ id, ...titled }) => [id, titleOf(titled)]));
}

/** Recipients by id: their short names in English, or in the language there is. */
export async function recipientNames(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().recipientText.findMany({
    where: { recipientId: { in: ids } },
    select: { recipientId: true, language: true, short: true },
  });
  const texts = Map.groupBy(rows, ({ recipientId }) => recipientId);
  return new Map([...texts].map(([id, some]) => [id, inLanguage(some, "en", "en").short]));
}
