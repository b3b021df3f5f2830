import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";

/** Campaigns by id: the title of the newest revision in the campaign's own language. */
export async function campaignTitles(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().campaign.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      defaultLanguage: true,
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { texts: { select: { language: true, title: true } } },
      },
    },
  });
  return new Map(
    rows.map(({ id, slug, defaultLanguage, revisions: [newest] }) => {
      const texts = newest?.texts ?? [];
      return [id, (texts.length > 0 && inLanguage(texts, defaultLanguage, "en").title) || slug];
    }),
  );
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
