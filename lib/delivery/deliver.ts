import { log } from "@/lib/log";
import { failpoint } from "@/lib/process/failpoint";
import { type HeldRow, isStaffMail } from "./claim.sql";
import { endingHeld, endingOf, endingWithout } from "./ending";
import { passFence } from "./fence";
import type { Leaving } from "./fence.sql";
import { dropLease } from "./leases";
import { markEnding } from "./mark";
import { Held, renderRow, type Rendered } from "./render";
import type { Texts } from "./texts";
import type { Transport } from "./transmit";

/**
 * Brings one claimed row to its end: rendered, let through the fence, handed over, marked.
 * @param transport null when no mail server is set: the row ends in the Outbox
 * @returns false when our own mail server does not let us in
 */
export async function deliverRow(row: HeldRow, texts: Texts, transport: Transport | null): Promise<boolean> {
  const rendered = await renderOrEnd(row, texts);
  if (!rendered) return true;
  if (transport) return hand(row, rendered, transport);
  if (await passes(row, rendered, "captured")) dropLease(row);
  else await keepBack(row);
  return true;
}

/** Only what cannot be rendered ends here; its words stay sealed, so the log names ids and the kind of fault. */
async function renderOrEnd(row: HeldRow, texts: Texts): Promise<Rendered | null> {
  if (!row.sealed && !isStaffMail(row)) {
    await markEnding(endingWithout(row, row.doubled ? "unknown" : "cancelled"));
    return null;
  }
  try {
    return await renderRow(row, texts);
  } catch (err) {
    if (err instanceof Held) {
      await markEnding(endingHeld(row, err.reason));
      return null;
    }
    log.error({ err, table: row.table, id: row.id }, "cannot be rendered");
    await markEnding(endingWithout(row, "quarantined"));
    return null;
  }
}

async function hand(row: HeldRow, rendered: Rendered, transport: Transport): Promise<boolean> {
  const mayLeave = () => passes(row, rendered, "transmitting");
  const { outcome, passed, reached } = await transport.send(row.lane, rendered.envelope, rendered.bytes, mayLeave);
  if (process.env.FAILPOINTS && outcome?.kind === "accepted") await failpoint("after-250");
  if (outcome) await markEnding(endingOf(row, outcome, passed ? "transmitting" : "claimed"));
  else await keepBack(row);
  return reached;
}

async function passes(row: HeldRow, { messageId, sealedBytes }: Rendered, to: Leaving["to"]): Promise<boolean> {
  return passFence({ row, to, messageId, sealedBytes });
}

/** What the fence keeps back is given back, unless it is somebody else's by now. */
async function keepBack(row: HeldRow): Promise<void> {
  log.info({ table: row.table, id: row.id }, "kept back at the fence");
  await markEnding(endingWithout(row, "queued"));
}
