import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";

/** Two recipients that may be the same office, and what they share. */
export type Duplicate = {
  first: { id: string; short: string; country: string };
  second: { id: string; short: string; country: string };
  /** An address both have, as it is kept; null when they share office and country. */
  address: string | null;
};

/**
 * Pairs of recipients that share an address in use, or the office's title in one language within a country.
 * @throws Refusal("no-access")
 */
export async function listDuplicates(actor: Actor): Promise<Duplicate[]> {
  await requireAccess(actor, "recipients.read");
  const rows = await db().$queryRaw<{ one: string; other: string; address: string | null }[]>`
    with own as (
      select id, country from recipients where organisation_id = ${actor.organisationId}::uuid and merged_into_id is null
    ), pairs as (
      select first_value(a.recipient_id) over (partition by a.channel, a.value order by a.recipient_id) as one,
        a.recipient_id as other, a.value as address
      from addresses a join own r on r.id = a.recipient_id
      where a.retired_at is null
      union all
      select first_value(t.recipient_id) over (partition by r.country, t.language, lower(t.office) order by t.recipient_id),
        t.recipient_id, null
      from recipient_texts t join own r on r.id = t.recipient_id
    )
    select p.one, p.other, max(p.address) as address from pairs p where p.one <> p.other
    group by 1, 2 order by 3 nulls last, 1, 2 limit 200`;
  const named = await nameThem(rows.flatMap(({ one, other }) => [one, other]));
  return rows.flatMap(({ one, other, address }) => {
    const [first, second] = [named.get(one), named.get(other)];
    return first && second ? [{ first, second, address }] : [];
  });
}

async function nameThem(ids: string[]): Promise<Map<string, Duplicate["first"]>> {
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
