import type { DeliveryState } from "@/lib/generated/prisma/enums";
import type { Stage } from "./stage";

/** One kind of fault. */
export type Row = {
  name: string;
  /** Workers beside each other at the start, unless the row starts its own. */
  workers?: number;
  /** More of the worker's environment. */
  env?: Record<string, string>;
  /** How long all letters would take without a fault, in seconds; the sink is slowed down to it. */
  seconds?: number;
  /** States letters may end in, beside `accepted` and `unknown`. */
  ends?: DeliveryState[];
  /** The bytes of a letter are lost with the fault: its second copy has the words of the first, and a date of its own. */
  losesBytes?: true;
  /** The data lie on a disk of this size, in a cluster of its own. */
  diskMb?: number;
  /** Letters it needs at least. */
  least?: number;
  /** Brings the fault about. When it resolves, the fault is over. */
  act: (stage: Stage) => Promise<void>;
  /** What else must hold at the end: a line for each thing that does not. */
  check?: (stage: Stage) => Promise<string[]>;
};

/** What one repeat of a row has shown. */
export type Played = {
  row: string;
  repeat: number;
  seed: number;
  leaseSeconds: number;
  letters: number;
  /** Confirmed letters that are nowhere, or have come to a state they must not have. */
  lost: number;
  /** Copies beyond the first. */
  copies: number;
  /** Letters with two copies that do not say so. */
  unflagged: number;
  /** Letters that say they may be doubled. */
  flagged: number;
  /** Tallies that are not what a recount says. */
  drift: number;
  /** From the end of the fault until nothing was overdue. */
  recoverSeconds: number;
  /** A line for each thing that must hold and did not. */
  broken: string[];
};
