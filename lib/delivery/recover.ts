import { log } from "@/lib/log";
import { recoverRows } from "./recover.sql";

const mostAtOnce = 500;

/**
 * Sets rows moving again whose worker died or slept past its lease. Any worker may do so at any time.
 * @returns how many rows were found
 */
export async function recoverLost(): Promise<number> {
  let found = 0;
  for (const table of ["letters", "mails"] as const) {
    for (let last = mostAtOnce; last === mostAtOnce;) {
      const rows = await recoverRows(table, mostAtOnce);
      last = rows.length;
      found += last;
      const doubtful = rows.filter(({ was }) => was === "transmitting").map(({ id, state }) => ({ id, state }));
      if (last > 0) log.warn({ table, recovered: last, doubtful }, "leases ran out");
    }
  }
  return found;
}
