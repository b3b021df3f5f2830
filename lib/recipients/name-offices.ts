import { db } from "@/lib/db";

export type NamedOffice = { id: string; short: string; country: string };

/** Offices by their ids, with their short names in English where there is one. */
export async function nameOffices(ids: string[]): Promise<Map<string, NamedOffice>> {
  const rows = await db().recipient.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, country: true, texts: { select: { language: true, short: true } } },
  });
  return new Map(
    rows.map(({ id, country, texts }) => {
      const text = texts.find(({ language }) => language === "en") ?? texts[0];
      return [id, { id, country, short: text?.short ?? id }];
    }),
  );
}
