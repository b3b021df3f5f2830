import { countriesNamed } from "@/lib/format";
import { Prisma } from "@/lib/generated/prisma/client";
import { db } from "@/lib/db";
import { offeredAtOnce } from "./schema";

type Asked = {
  organisationId: string;
  /** Every word has to stand in a text, the holder's name, an address, a tag or the country's English name; empty: all. */
  q: string;
  /** Those that are not looked for. */
  without: string[];
};

/**
 * The first of an organisation's offices that may be written to and have these words, by short name, and how many there are.
 * Called by verbs that have asked already.
 */
export async function searchOffices({ organisationId, q, without }: Asked): Promise<{ ids: string[]; total: number }> {
  const words = q.trim().split(/\s+/).filter(Boolean);
  const conditions = [
    Prisma.sql`r.organisation_id = ${organisationId}::uuid and r.merged_into_id is null and r.do_not_contact_at is null`,
    Prisma.sql`r.id <> all(${without}::uuid[])`,
    ...words.map(hasWord),
  ];
  const rows = await db().$queryRaw<{ id: string; total: number }[]>`
    select r.id, (count(*) over ())::int as total from recipients r
    left join lateral (
      select x.short from recipient_texts x where x.recipient_id = r.id
      order by x.language <> 'en', x.language <> r.language, x.language limit 1
    ) t on true
    where ${Prisma.join(conditions, " and ")} order by lower(t.short), r.id limit ${offeredAtOnce}`;
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

function hasWord(word: string): Prisma.Sql {
  const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(
    r.country = any(${countriesNamed(word)}::text[]) or array_to_string(r.tags, ' ') ilike ${like}
    or exists (select from recipient_texts x where x.recipient_id = r.id and concat_ws(' ', x.short, x.office, x.body) ilike ${like})
    or exists (select from holders x where x.recipient_id = r.id and x.until is null and x.name ilike ${like})
    or exists (select from addresses x where x.recipient_id = r.id and x.retired_at is null and x.value ilike ${like}))`;
}
