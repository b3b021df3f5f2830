import type { Prisma } from "@/lib/generated/prisma/client";
import { libraryLimits } from "@/lib/library/schema";

type Tx = Prisma.TransactionClient;
type Row = { id: string };

// Each of these changes what it finds otherwise, and answers with the ids of those it changed.

export async function addTag(tx: Tx, ids: string[], tag: string): Promise<string[]> {
  return idsOf(
    await tx.$queryRaw<Row[]>`
      update recipients set tags = array_append(tags, ${tag})
      where id = any(${ids}::uuid[]) and merged_into_id is null and not (${tag} = any(tags))
        and cardinality(tags) < ${libraryLimits.tags}
      returning id`,
  );
}

/** Whether one without the tag has as many others as it can. */
export async function haveNoRoom(tx: Tx, ids: string[], tag: string): Promise<boolean> {
  const [{ full }] = await tx.$queryRaw<[{ full: boolean }]>`
    select exists (
      select from recipients
      where id = any(${ids}::uuid[]) and not (${tag} = any(tags)) and cardinality(tags) >= ${libraryLimits.tags}
    ) as full`;
  return full;
}

export async function takeTagOff(tx: Tx, ids: string[], tag: string): Promise<string[]> {
  return idsOf(
    await tx.$queryRaw<Row[]>`
      update recipients set tags = array_remove(tags, ${tag})
      where id = any(${ids}::uuid[]) and merged_into_id is null and ${tag} = any(tags) returning id`,
  );
}

export async function putIntoGroup(tx: Tx, ids: string[], groupId: string): Promise<string[]> {
  return idsOf(
    await tx.$queryRaw<Row[]>`
      insert into recipient_group_members (group_id, recipient_id, organisation_id)
      select g.id, r.id, r.organisation_id
      from recipients r join recipient_groups g on g.organisation_id = r.organisation_id
      where r.id = any(${ids}::uuid[]) and r.merged_into_id is null and g.id = ${groupId}::uuid
      on conflict do nothing returning recipient_id as id`,
  );
}

export async function takeOutOfGroup(tx: Tx, ids: string[], groupId: string): Promise<string[]> {
  return idsOf(
    await tx.$queryRaw<Row[]>`
      delete from recipient_group_members
      where recipient_id = any(${ids}::uuid[]) and group_id = ${groupId}::uuid returning recipient_id as id`,
  );
}

/** "Do not contact", also for those that were merged into them, where some of their letters stay. */
export async function silence(tx: Tx, ids: string[], at: Date, reason: string): Promise<string[]> {
  const changed = idsOf(
    await tx.$queryRaw<Row[]>`
      update recipients set do_not_contact_at = ${at}, do_not_contact_reason = ${reason}
      where id = any(${ids}::uuid[]) and merged_into_id is null and do_not_contact_at is null returning id`,
  );
  await mergedAlike(tx, changed);
  return changed;
}

/** @param since only of those that were silenced then */
export async function lift(tx: Tx, ids: string[], since: Date | null = null): Promise<string[]> {
  const changed = idsOf(
    await tx.$queryRaw<Row[]>`
      update recipients set do_not_contact_at = null, do_not_contact_reason = ''
      where id = any(${ids}::uuid[]) and merged_into_id is null and do_not_contact_at is not null
        and (${since}::timestamptz is null or do_not_contact_at = ${since}::timestamptz)
      returning id`,
  );
  await mergedAlike(tx, changed);
  await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
  return changed;
}

export type Silenced = { id: string; at: string; reason: string };

/** "Do not contact" as it was said before, for those that nobody has said it of since. @returns the ids of those */
export async function silenceAgain(tx: Tx, silenced: Silenced[]): Promise<string[]> {
  const changed = idsOf(
    await tx.$queryRaw<Row[]>`
      update recipients r set do_not_contact_at = x.at, do_not_contact_reason = x.reason
      from jsonb_to_recordset(${JSON.stringify(silenced)}::jsonb) as x (id uuid, at timestamptz, reason text)
      where r.id = x.id and r.merged_into_id is null and r.do_not_contact_at is null returning r.id`,
  );
  await mergedAlike(tx, changed);
  return changed;
}

async function mergedAlike(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    update recipients g
    set do_not_contact_at = r.do_not_contact_at, do_not_contact_reason = r.do_not_contact_reason
    from recipients r where r.id = any(${ids}::uuid[]) and g.merged_into_id = r.id`;
}

function idsOf(rows: Row[]): string[] {
  return rows.map(({ id }) => id);
}
