import { env } from "@/lib/env";
import type { DeliveryTable } from "./claim.sql";
import { extendRows } from "./leases.sql";

export type Lease = { table: DeliveryTable; id: string; lease: string };

const held = new Map<string, Lease>();

/** Remembers that this process holds the row, so that the heartbeat keeps it. */
export function holdLease({ table, id, lease }: Lease): void {
  held.set(lease, { table, id, lease });
}

/** Forgets the row: it has ended, was given back, or is nobody's fault but the lease's end. */
export function dropLease({ lease }: Lease): void {
  held.delete(lease);
}

/** The heartbeat: extends the lease of every row this process holds. Runs each third of `LEASE_SECONDS`. */
export async function extendLeases(): Promise<void> {
  const seconds = env().LEASE_SECONDS;
  for (const table of ["letters", "mails"] as const) {
    const rows = [...held.values()].filter((lease) => lease.table === table);
    if (rows.length > 0) await extendRows(table, rows, seconds);
  }
}
