import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { nameOffices, type NamedOffice } from "./name-offices";

/** Two recipients that may be the same office, and what they share. */
export type Duplicate = {
  first: NamedOffice;
  second: NamedOffice;
  /** An address both have as well, as it is kept. */
  address: string | null;
};

/**
 * Pairs of recipients that share the office's title in one language within a country. Those that share an address alone are
 * told by `listSharedAddresses`.
 * @throws Refusal("no-access")
 */
export async function listDuplicates(actor: Actor): Promise<Duplicate[]> {
  await requireAccess(actor, "recipients.read");
  const rows = await db().$queryRaw<{ one: string; other: string; address: string | null }[]>`
    with own as (
      select id, country from recipients where organisation_id = ${actor.organisationId}::uuid and merged_into_id is null
    ), pairs as (
      select distinct
        first_value(t.recipient_id) over (partition by r.country, t.language, lower(t.office) order by t.recipient_id) as one,
        t.recipient_id as other
      from recipient_texts t join own r on r.id = t.recipient_id
    )
    select p.one, p.other, (
      select min(a.value) from addresses a join addresses b on b.channel = a.channel and b.value = a.value
      where a.recipient_id = p.one and b.recipient_id = p.other and a.retired_at is null and b.retired_at is null
    ) as address
    from pairs p where p.one <> p.other
    order by 3 nulls last, 1, 2 limit 200`;
  const named = await nameOffices(rows.flatMap(({ one, other }) => [one, other]));
  return rows.flatMap(({ one, other, address }) => {
    const [first, second] = [named.get(one), named.get(other)];
    return first && second ? [{ first, second, address }] : [];
  });
}
