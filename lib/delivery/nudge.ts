import { log } from "@/lib/log";
import { drainDue } from "./drain";
import { noteRelay } from "./note-relay";
import type { Transport } from "./transmit";

/** How long nudges are not listened to after our mail server or the database was not there. The sweep asks again then. */
const quietMs = 5000;

export type Drainer = {
  /** Something may be due. Cheap when a drain is already running: it will look once more at its end. */
  nudge: () => void;
  /** Resolves when no drain is running. */
  idle: () => Promise<void>;
};

/** One drain at a time for this process. */
export function makeDrainer(transport: Transport | null, signal: AbortSignal): Drainer {
  let running: Promise<void> | null = null;
  let again = false;
  let quietUntil = 0;

  async function drain(): Promise<void> {
    do {
      again = false;
      const reached = await drainOnce(transport, signal);
      if (!reached) quietUntil = Date.now() + quietMs;
    } while (again && Date.now() >= quietUntil && !signal.aborted);
    running = null;
  }

  return {
    nudge() {
      if (signal.aborted || Date.now() < quietUntil) return;
      if (running) again = true;
      else running = drain();
    },
    async idle() {
      await running;
    },
  };
}

async function drainOnce(transport: Transport | null, signal: AbortSignal): Promise<boolean> {
  try {
    const { down } = await drainDue(transport, signal);
    if (transport) await noteRelay(transport.failure);
    return !down;
  } catch (err) {
    log.error({ err }, "drain failed");
    return false;
  }
}
