import type { Pool } from "pg";
import type { World } from "@/tests/factories";

const idStart = "00000000-0000-4000-8000-";

/** The id of a numbered row: the same in Node, in SQL and for pgbench. */
export function idOf(row: number): string {
  return `${idStart}${row.toString(16).padStart(12, "0")}`;
}

/** SQL for `idOf`. */
export const idSql = (row: string) => `('${idStart}' || lpad(to_hex((${row})::bigint), 12, '0'))::uuid`;

type Rows = { first: number; count: number };

/** Drafts ready to be sent, spread over campaigns, each from another address and domain. */
export async function makeDrafts(
  pool: Pool,
  { campaign, revision, minister, ambassador }: World,
  campaigns: string[],
  { first, count }: Rows,
) {
  const routes = [minister, ambassador].map((one, at) => ({
    recipient: one.id,
    holder: one.holderId,
    address: one.addressId,
    channel: one.channel,
    lane: one.lane,
    state: at === 0 ? "queued" : "with_signer",
  }));
  await pool.query(
    `insert into submissions (id, organisation_id, campaign_id, revision_id, sealed, email_key, domain_key, limit_key, mail_lane,
       country, language, letter_language, routes, expires_at)
     select ${idSql("n")}, $1, ($2::uuid[])[1 + n % cardinality($2::uuid[])], $3, repeat('x', 1200)::bytea,
       sha256(('e' || n)::bytea), sha256(('d' || n % 50)::bytea), sha256(('l' || n)::bytea), 'lane-' || n % 50, 'KR', 'en', 'en',
       (select jsonb_agg(r || jsonb_build_object('id', gen_random_uuid())) from jsonb_array_elements($4::jsonb) r where n > 0),
       now() + interval '1 day'
     from generate_series($5::bigint, $6::bigint) n`,
    [campaign.organisationId, campaigns, revision.id, JSON.stringify(routes), first, first + count - 1],
  );
}

/** Signatures that wait for their confirmation: drafts as they are after sending. */
export async function makePending(pool: Pool, world: World, rows: Rows): Promise<void> {
  await makeDrafts(pool, world, [world.campaign.id], rows);
  const range = [rows.first, rows.first + rows.count - 1];
  await pool.query(
    `insert into signatures (id, organisation_id, campaign_id, email_key, domain_key, country, language, disclosure)
     select ${idSql("n")}, s.organisation_id, s.campaign_id, s.email_key, s.domain_key, s.country, s.language, s.disclosure
     from generate_series($1::bigint, $2::bigint) n join submissions s on s.id = ${idSql("n")}`,
    range,
  );
  await pool.query(
    `update submissions s set signature_id = s.id, submitted_at = now()
     from generate_series($1::bigint, $2::bigint) n where s.id = ${idSql("n")}`,
    range,
  );
}

/** Copies of a live campaign, for signatures spread over many. @returns their ids */
export async function makeCopies(pool: Pool, { campaign }: World, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into campaigns (id, organisation_id, case_id, slug, state, distribution, distribution_permitted_by,
       distribution_permitted_at, default_language, published_at, sealed_key)
     select gen_random_uuid(), organisation_id, case_id, slug || '-' || n, state, distribution, distribution_permitted_by,
       distribution_permitted_at, default_language, published_at, sealed_key
     from campaigns, generate_series(1, $2::int) n where id = $1 returning id`,
    [campaign.id, count],
  );
  return rows.map(({ id }) => id);
}
