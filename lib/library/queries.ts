import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { countriesNamed } from "@/lib/format";
import { Prisma } from "@/lib/generated/prisma/client";
import { libraryMost, type LibraryFilter, type LibraryLine } from "./schema";

export type LibraryPage = { lines: LibraryLine[]; total: number };

/** So many lines on a page without script. */
export const libraryPage = 50;

const columns = Prisma.sql`
  r.id, coalesce(t.short, '') as short, coalesce(t.office, '') as office, coalesce(t.body, '') as body,
  coalesce(t.salutation, '') as salutation, coalesce(t.language, r.language) as "textLanguage", r.country,
  (select min(e.host) from embassies e where e.recipient_id = r.id) as host, r.language,
  coalesce(h.name, '') as holder, coalesce(h.status::text, '') as "holderStatus",
  coalesce(a.email, '') as email, coalesce(a.fax, '') as fax, coalesce(a.channels, '{}') as channels,
  coalesce(a.status, '') as status, array_to_string(r.tags, ', ') as tags, coalesce(g.names, '{}') as groups,
  r.do_not_contact_at is not null as "doNotContact",
  (select count(*) from campaign_recipients c where c.recipient_id = r.id)::int as campaigns`;

const sources = Prisma.sql`
  from recipients r
  left join lateral (
    select * from recipient_texts x where x.recipient_id = r.id
    order by x.language <> 'en', x.language <> r.language, x.language limit 1
  ) t on true
  left join lateral (
    select x.name, x.status from holders x where x.recipient_id = r.id and x.until is null order by x.since desc limit 1
  ) h on true
  left join lateral (
    select (array_agg(x.value order by x.position, x.id) filter (where x.channel = 'email'))[1] as email,
      (array_agg(x.value order by x.position, x.id) filter (where x.channel = 'fax'))[1] as fax,
      array_agg(distinct x.channel::text) as channels,
      case when max(x.status) = 'working' and max(x.last_worked_at) is null then 'untried' else max(x.status)::text end as status
    from addresses x where x.recipient_id = r.id and x.retired_at is null
  ) a on true
  left join lateral (
    select array_agg(y.name order by y.name) as names
    from recipient_group_members x join recipient_groups y on y.id = x.group_id where x.recipient_id = r.id
  ) g on true`;

/**
 * The organisation's library by short name: a page of what the filter leaves, for a reader without script.
 * @throws Refusal("no-access")
 */
export async function listLibraryPage(actor: Actor, filter: LibraryFilter): Promise<LibraryPage> {
  await requireAccess(actor, "recipients.read");
  const where = narrowed(actor, filter);
  const [lines, [{ total }]] = await Promise.all([
    db().$queryRaw<LibraryLine[]>`select ${columns} ${sources} where ${where}
      order by lower(t.short), r.id limit ${libraryPage} offset ${(filter.page - 1) * libraryPage}`,
    db().$queryRaw<[{ total: number }]>`select count(*)::int as total ${sources} where ${where}`,
  ]);
  return { lines, total };
}

/**
 * All of the organisation's library by short name, for the grid; null where it is larger than the grid holds: a part would pass
 * for the whole.
 * @throws Refusal("no-access")
 */
export async function listLibrary(actor: Actor): Promise<LibraryLine[] | null> {
  await requireAccess(actor, "recipients.read");
  const own = Prisma.sql`r.organisation_id = ${actor.organisationId}::uuid and r.merged_into_id is null`;
  const lines = await db().$queryRaw<LibraryLine[]>`
    select ${columns} ${sources} where ${own} order by lower(t.short), r.id limit ${libraryMost + 1}`;
  return lines.length > libraryMost ? null : lines;
}

/** The ids of all that the filter leaves, for whoever acts on them. Called by verbs that have asked already. */
export async function listFiltered(
  tx: Prisma.TransactionClient,
  actor: Actor,
  filter: LibraryFilter,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select r.id ${sources} where ${narrowed(actor, filter)}`;
  return rows.map(({ id }) => id);
}

/** One line as it is now, for whoever changed it. Called by verbs that have asked already. */
export async function readLine(tx: Prisma.TransactionClient, id: string): Promise<LibraryLine> {
  const [line] = await tx.$queryRaw<[LibraryLine]>`select ${columns} ${sources} where r.id = ${id}::uuid`;
  return line;
}

function narrowed({ organisationId }: Actor, { q, country, channel, status, tag, group }: LibraryFilter): Prisma.Sql {
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return Prisma.join(
    [
      Prisma.sql`r.organisation_id = ${organisationId}::uuid and r.merged_into_id is null`,
      q &&
        Prisma.sql`(
          concat_ws(' ', t.short, t.office, t.body, h.name, a.email, a.fax, array_to_string(r.tags, ' ')) ilike ${like}
          or r.country = any(${countriesNamed(q)}::text[]))`,
      country && Prisma.sql`r.country = ${country}`,
      channel && Prisma.sql`${channel} = any(a.channels)`,
      status === "none" && Prisma.sql`a.status is null`,
      status === "dnc" && Prisma.sql`r.do_not_contact_at is not null`,
      status && status !== "none" && status !== "dnc" && Prisma.sql`a.status = ${status}`,
      tag && Prisma.sql`${tag} = any(r.tags)`,
      group &&
        Prisma.sql`exists (select from recipient_group_members m where m.recipient_id = r.id and m.group_id = ${group}::uuid)`,
    ].filter((one): one is Prisma.Sql => typeof one === "object"),
    " and ",
  );
}

/**
 * The tags that the organisation's recipients have, by name.
 * @throws Refusal("no-access")
 */
export async function listTags(actor: Actor): Promise<string[]> {
  await requireAccess(actor, "recipients.read");
  const rows = await db().$queryRaw<{ tag: string }[]>`
    select distinct unnest(tags) as tag from recipients
    where organisation_id = ${actor.organisationId}::uuid and merged_into_id is null order by 1 limit 500`;
  return rows.map(({ tag }) => tag);
}
