import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { fingerprint } from "@/lib/fingerprint";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Channel } from "@/lib/generated/prisma/enums";
import { nameOffices, type NamedOffice } from "./name-offices";

/** Offices of different titles that share an address: one office under several names, or several in one house. */
export type SharedAddress = {
  /** The id of one of the addresses. */
  id: string;
  value: string;
  /** The first of them by their ids, and how many there are. */
  offices: NamedOffice[];
  count: number;
  /** Whether a member said that they are different offices; not so once another has joined them. */
  apart: boolean;
  /** Whether a member said so before another joined. */
  joined: boolean;
  /** The mark of who shares it. */
  seen: string;
};

export type SharedRow = { id: string; channel: Channel; value: string; recipients: string[]; apart: number };

const mostGroups = 100;
const mostNamed = 30;

/**
 * The addresses in use that offices of different titles share; those of which nobody said yet that they are different first.
 * @throws Refusal("no-access")
 */
export async function listSharedAddresses(actor: Actor): Promise<SharedAddress[]> {
  await requireAccess(actor, "recipients.read");
  const rows = await readShared(db(), actor.organisationId);
  const named = await nameOffices(rows.flatMap(({ recipients }) => recipients.slice(0, mostNamed)));
  return rows.map(({ id, value, recipients, apart }) => ({
    id,
    value,
    offices: recipients.slice(0, mostNamed).flatMap((one) => named.get(one) ?? []),
    count: recipients.length,
    apart: apart === recipients.length,
    joined: apart > 0 && apart < recipients.length,
    seen: fingerprint(recipients),
  }));
}

/**
 * The same as rows, of all addresses or of one. Titles are compared for those who share one, by counting: an `exists` is asked by
 * comparing all titles with all, which takes longer than a page waits while a large import has no statistics yet.
 */
export async function readShared(
  tx: Prisma.TransactionClient,
  organisationId: string,
  addressId: string | null = null,
): Promise<SharedRow[]> {
  const only = addressId
    ? Prisma.sql`and (a.channel, a.value) in (select channel, value from addresses where id = ${addressId}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<SharedRow[]>`
    with own as (
      select id, country from recipients where organisation_id = ${organisationId}::uuid and merged_into_id is null
    ), shared as (
      select min(a.id::text) as id, a.channel, a.value, array_agg(distinct a.recipient_id order by a.recipient_id) as recipients
      from addresses a join own r on r.id = a.recipient_id
      where a.retired_at is null ${only}
      group by a.channel, a.value
      having count(distinct a.recipient_id) > 1
    ), members as (
      select s.id, s.channel, s.value, m.recipient_id, (
        select count(*) > 0
        from recipients r join recipients g on g.id = s.recipients[1] and g.country = r.country
        join recipient_texts t on t.recipient_id = r.id
        join recipient_texts f on f.recipient_id = g.id and f.language = t.language and lower(f.office) = lower(t.office)
        where r.id = m.recipient_id
      ) as alike, exists (
        select from offices_apart o
        where o.organisation_id = ${organisationId}::uuid and o.channel = s.channel and o.value = s.value
          and o.recipient_id = m.recipient_id
      ) as apart
      from shared s cross join lateral unnest(s.recipients) as m (recipient_id)
    )
    select id, channel::text as channel, value, array_agg(recipient_id::text order by recipient_id) as recipients,
      (count(*) filter (where apart))::int as apart
    from members
    group by id, channel, value
    having not bool_and(alike)
    order by bool_and(apart), count(*) desc, id
    limit ${mostGroups}`;
}
