import { pool } from "@/lib/db";
import type { DeliveryTable } from "./claim.sql";

/** A row is skipped while another statement of ours works on it: waiting here could make the two wait for each other. */
const extendStatement = (table: DeliveryTable) => `
update ${table} t
set lease_until = now() + make_interval(secs => $3)
from (
  select r.id
  from unnest($1::uuid[], $2::uuid[]) as h (id, lease)
  join ${table} r on r.id = h.id and r.lease = h.lease
  where r.lease_until > now()
  for update of r skip locked
) mine
where t.id = mine.id`;

/** Puts the end of these leases off, by the database's clock. A lease that has run out stays so. */
export async function extendRows(
  table: DeliveryTable,
  rows: { id: string; lease: string }[],
  leaseSeconds: number,
): Promise<void> {
  const values = [rows.map(({ id }) => id), rows.map(({ lease }) => lease), leaseSeconds];
  await pool().query({ name: `extend-${table}`, text: extendStatement(table), values });
}
