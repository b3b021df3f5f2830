import { log } from "@/lib/log";
import { claimDue } from "./claim";
import type { HeldRow } from "./claim.sql";
import { deliverRow } from "./deliver";
import { endingWithout } from "./ending";
import { dropLease } from "./leases";
import { markEnding } from "./mark";
import { Shares } from "./shares";
import { loadTexts, type Texts } from "./texts";
import type { Transport } from "./transmit";

const lettersAtOnce = 200;
/** Without a mail server the database is the only thing to wait for. */
const capturesAtOnce = 40;

/** One run over everything that is due. */
type Run = {
  transport: Transport | null;
  signal: AbortSignal;
  /** Our own mail server does not let us in: trying the next letter is of no use. */
  down: boolean;
  shares: Shares;
};

type Work = { row: HeldRow; lane: string; texts: Texts };

/**
 * Sends everything that is due, until nothing is, the signal says stop, or our mail server is not there. What has not
 * begun to leave by then is given back.
 * @param transport null when no mail server is set: everything ends in the Outbox
 * @returns `down` when our own mail server did not let us in
 * @throws what the database threw, after all that was under way has ended
 */
export async function drainDue(transport: Transport | null, signal: AbortSignal): Promise<{ down: boolean }> {
  const run: Run = {
    transport,
    signal,
    down: false,
    shares: new Shares(transport ? transport.laneConnections * 4 : capturesAtOnce),
  };
  const works = claimedWorks(run);
  // More rows than connections are at work: while some talk to the server, others pass the fence or are marked.
  const workers = transport ? transport.connections * 4 : capturesAtOnce;
  const ends = await Promise.allSettled(Array.from({ length: workers }, () => workThrough(works, run)));
  await works.return(undefined);
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return { down: run.down };
}

async function workThrough(works: AsyncGenerator<Work>, run: Run): Promise<void> {
  for (let next = await works.next(); !next.done; next = await works.next()) {
    const { row, texts } = next.value;
    try {
      const reached = await deliverRow(row, texts, run.transport);
      run.down ||= !reached;
    } catch (err) {
      // The lease will run out, and recovery decides by how far the row had got.
      log.error({ err, table: row.table, id: row.id }, "delivery failed");
      dropLease(row);
    } finally {
      run.shares.give(row);
    }
  }
}

/** Claimed rows, the next claim already on its way. Those that nobody takes any more are given back. */
async function* claimedWorks(run: Run): AsyncGenerator<Work, void, undefined> {
  const going = () => !run.signal.aborted && !run.down;
  const paced = run.transport !== null;
  let ahead = going() ? claimWorks(paced) : Promise.resolve([]);
  let works: Work[] = [];
  try {
    for (works = await ahead; works.length > 0; works = await ahead) {
      ahead = going() ? claimWorks(paced) : Promise.resolve([]);
      // Awaited in the next round or below; until then a failure must not count as unhandled.
      ahead.catch(() => undefined);
      while (works.length > 0 && going()) yield await run.shares.next(works);
      if (!going()) return;
    }
  } finally {
    await giveBack(works);
    const [late] = await Promise.allSettled([ahead]);
    if (late.status === "fulfilled") await giveBack(late.value);
    else log.error({ err: late.reason as unknown }, "claim failed");
  }
}

async function claimWorks(paced: boolean): Promise<Work[]> {
  const rows = await claimDue(lettersAtOnce, paced);
  if (rows.length === 0) return [];
  try {
    const texts = await loadTexts(rows);
    return rows.map((row) => ({ row, lane: row.lane, texts }));
  } catch (error) {
    await giveBack(rows.map((row) => ({ row })));
    throw error;
  }
}

async function giveBack(works: { row: HeldRow }[]): Promise<void> {
  await Promise.all(works.map(({ row }) => markEnding(endingWithout(row, "queued"))));
}
