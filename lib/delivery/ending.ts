import type { DeliveryState, HoldReason } from "@/lib/generated/prisma/enums";
import { givesUp, oursDelay, retryDelay } from "./backoff";
import type { HeldRow } from "./claim.sql";
import type { Outcome } from "./classify";
import type { Lease } from "./leases";

/** How a try ends for its row. */
export type Ending = Lease & {
  from: "claimed" | "transmitting";
  to: DeliveryState;
  /** Why a letter is held; null for every other end. */
  holdReason: HoldReason | null;
  /** Seconds until the row is due again; null leaves the time as it is. */
  waitSeconds: number | null;
  code: number | null;
  enhancedCode: string | null;
  response: string | null;
  /** A copy may have arrived: the next one is flagged. */
  doubled: boolean;
  /** Whether the try counts. One that failed for our own reasons does not. */
  counts: boolean;
};

type Tried = Pick<HeldRow, "table" | "id" | "lease" | "attempt" | "ageSeconds" | "doubled"> & {
  holdsAmbiguous?: boolean;
};

const plain = {
  holdReason: null,
  waitSeconds: null,
  code: null,
  enhancedCode: null,
  response: null,
  doubled: false,
  counts: true,
};

/** What the outcome of a conversation with a mail server means for the row. */
export function endingOf(row: Tried, outcome: Outcome, from: Ending["from"]): Ending {
  const { table, id, lease } = row;
  const { code, enhancedCode, response } = outcome;
  return { ...plain, table, id, lease, from, code, enhancedCode, response, ...next(row, outcome) };
}

/** The end of a try that met no mail server: the row goes back unharmed, or cannot be sent at all. */
export function endingWithout(row: Tried, to: "queued" | "cancelled" | "unknown" | "quarantined"): Ending {
  const { table, id, lease } = row;
  return { ...plain, table, id, lease, from: "claimed", to, counts: to !== "queued" };
}

/** The end of a try of a letter that may not, or cannot, leave as things are. */
export function endingHeld(row: Tried, holdReason: HoldReason): Ending {
  const { table, id, lease } = row;
  return { ...plain, table, id, lease, from: "claimed", to: "held", holdReason };
}

function next(row: Tried, { kind }: Outcome): Pick<Ending, "to"> & Partial<Ending> {
  if (kind === "accepted") return { to: "accepted" };
  if (kind === "address") return { to: "failed" };
  if (kind === "ours") return { to: "waiting", waitSeconds: oursDelay(row.ageSeconds), counts: false };
  if (kind === "policy" && row.table === "letters") return { to: "held", holdReason: "policy" };
  if (kind === "temporary" || kind === "policy") {
    if (givesUp(row.ageSeconds)) return { to: "failed" };
    return { to: "waiting", waitSeconds: retryDelay(row) };
  }
  // At most two copies: a second time that nobody can tell is the last.
  if (row.doubled) return { to: "unknown" };
  if (row.holdsAmbiguous) return { to: "held", holdReason: "ambiguous", doubled: true };
  return { to: "waiting", waitSeconds: retryDelay({ attempt: 1, ageSeconds: 0 }), doubled: true };
}
