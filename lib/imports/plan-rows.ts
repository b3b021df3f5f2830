import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RowOutcome } from "@/lib/generated/prisma/enums";
import type { FileRow } from "./read-file";
import type { ReadRow } from "./read-row";
import type { Columns, RowProblem } from "./schema";

export type ReadOffice = Extract<ReadRow, { office: object }>;

/** What shall become of a row. A twin is skipped, or updated, and names the recipient it is like and how. */
export type PlannedRow = Pick<FileRow, "number" | "line"> & {
  outcome: RowOutcome;
  recipientId: string | null;
  reason: "same-address" | "same-office" | null;
  problems: RowProblem[] | null;
  office: ReadOffice | null;
};

type Tx = Prisma.TransactionClient;
type Known = Map<string, string>;

/** Holds rows against the library, and against those before them: same address, or same office in the same country. */
export async function planRows(
  tx: Tx,
  actor: Actor,
  rows: (FileRow & { read: ReadRow })[],
  twins: Columns["twins"],
): Promise<PlannedRow[]> {
  const offices = rows.flatMap(({ read }) => (read.office ? [read] : []));
  const byAddress = await knownAddresses(tx, actor, offices);
  const byOffice = await knownOffices(tx, actor, offices);
  return rows.map(({ number, line, read }): PlannedRow => {
    const row = { number, line, recipientId: null, reason: null, problems: null, office: null };
    if (!read.office) return { ...row, outcome: "bad", problems: read.problems };
    const sameAddress = addressKeys(read).flatMap((key) => byAddress.get(key) ?? [])[0];
    const twin = sameAddress ?? byOffice.get(officeKey(read));
    const recipientId = twin ?? uuidv7();
    if (!twin || twins === "update") {
      for (const key of addressKeys(read)) byAddress.set(key, byAddress.get(key) ?? recipientId);
      byOffice.set(officeKey(read), byOffice.get(officeKey(read)) ?? recipientId);
    }
    if (!twin) return { ...row, outcome: "made", recipientId, office: read };
    const reason = sameAddress ? "same-address" : "same-office";
    return {
      ...row,
      outcome: twins === "update" ? "updated" : "skipped",
      recipientId,
      reason,
      office: twins === "update" ? read : null,
    };
  });
}

async function knownAddresses(tx: Tx, { organisationId }: Actor, offices: ReadOffice[]): Promise<Known> {
  const values = offices.flatMap(({ office }) => office.addresses.map(({ value }) => value));
  const rows = await tx.$queryRaw<{ channel: string; value: string; id: string }[]>`
    select a.channel::text, a.value, min(r.id::text) as id from addresses a join recipients r on r.id = a.recipient_id
    where a.value = any(${values}::text[]) and a.retired_at is null
      and r.organisation_id = ${organisationId}::uuid and r.merged_into_id is null
    group by 1, 2`;
  return new Map(rows.map(({ channel, value, id }) => [`${channel} ${value}`, id]));
}

async function knownOffices(tx: Tx, { organisationId }: Actor, offices: ReadOffice[]): Promise<Known> {
  const titles = offices.map(titleOf);
  const rows = await tx.$queryRaw<{ country: string; title: string; id: string }[]>`
    select r.country, lower(t.office) as title, min(r.id::text) as id
    from recipient_texts t join recipients r on r.id = t.recipient_id
    where t.organisation_id = ${organisationId}::uuid and lower(t.office) in (select lower(unnest(${titles}::text[])))
      and r.merged_into_id is null
    group by 1, 2`;
  return new Map(rows.map(({ country, title, id }) => [`${country} ${title.toLowerCase()}`, id]));
}

function addressKeys({ office }: ReadOffice): string[] {
  return office.addresses.map(({ channel, value }) => `${channel} ${value}`);
}

function officeKey(row: ReadOffice): string {
  return `${row.office.country} ${titleOf(row).toLowerCase()}`;
}

function titleOf({ office }: ReadOffice): string {
  return office.texts[0]?.office ?? "";
}
