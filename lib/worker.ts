import type { Pool } from "pg";
import { run, Logger, type Runner } from "graphile-worker";
import { closeDueCampaigns } from "@/lib/campaigns/close-due";
import { publishScheduled } from "@/lib/campaigns/publish-scheduled";
import { holdWithoutConsent } from "@/lib/cases/withdraw-consent";
import { closeDb, newPool } from "@/lib/db";
import { extendLeases } from "@/lib/delivery/leases";
import { takeBounces } from "@/lib/delivery/listen-for-bounces";
import { makeDrainer, type Drainer } from "@/lib/delivery/nudge";
import { noticeRestored } from "@/lib/delivery/notice-restored";
import { purgeMinutes } from "@/lib/delivery/purge-minutes";
import { recoverLost } from "@/lib/delivery/recover";
import { tendLanes } from "@/lib/delivery/tend-lanes";
import { Transport } from "@/lib/delivery/transmit";
import { env } from "@/lib/env";
import { purgeImports } from "@/lib/imports/purge";
import { resumeImports } from "@/lib/imports/queue";
import { runImport } from "@/lib/imports/run";
import { holdHalted } from "@/lib/letters/hold-halted";
import { sketchLetters } from "@/lib/letters/sketch-letters";
import { log } from "@/lib/log";
import { purgePeppers } from "@/lib/privacy/purge-peppers";
import { repeat, wait } from "@/lib/process/repeat";
import { purgeReceived } from "@/lib/received/purge";
import { foldTallies } from "@/lib/reports/fold";
import { recountTallies } from "@/lib/reports/recount";
import { purgePending } from "@/lib/signatures/erase-pending";
import { purgeDrafts } from "@/lib/signatures/purge-drafts";
import { tellFailed } from "@/lib/signatures/tell-failed.sql";
import { tellLifted } from "@/lib/signatures/tell-lifted.sql";
import { tellNews } from "@/lib/signatures/tell-news";
import { tellStopped } from "@/lib/signatures/tell-stopped.sql";
import { purgeUndos } from "@/lib/undo/purge";

const foldEveryMs = 1000;
const mostSweepMs = 5000;
const purgeEveryMs = 60_000;
const sketchEveryMs = 20_000;
const tellEveryMs = 60_000;
/** One worker of all recounts, each night (UTC). */
const nightly = "17 3 * * * recount";
/** How long letters that are already leaving may take after a stop, before their conversations are cut off. */
const graceMs = 20_000;

export type Worker = { stop: () => Promise<void> };

/**
 * Starts everything that runs beside the site: sending, recovery, tallies, purges, and the queue of jobs. Any number of
 * workers may run on any number of machines. A fault is logged and the loop goes on; nothing here throws later.
 */
export function startWorker(): Worker {
  const { SMTP_URL, LEASE_SECONDS, BOUNCE_PORT } = env();
  const stopping = new AbortController();
  const ended = new AbortController();
  const { signal } = stopping;
  const transport = SMTP_URL ? new Transport(SMTP_URL) : null;
  const drainer = makeDrainer(transport, signal);
  const sweepMs = Math.min(mostSweepMs, (LEASE_SECONDS * 1000) / 12);
  const beatMs = (LEASE_SECONDS * 1000) / 3;
  const loops = [
    repeat("fold", foldTallies, { everyMs: foldEveryMs, signal }),
    repeat("sweep", () => sweep(drainer), { everyMs: sweepMs, mostWaitMs: sweepMs, signal }),
    repeat("lanes", () => tend(drainer), { everyMs: sweepMs, mostWaitMs: sweepMs, signal }),
    repeat("sketch", sketchLetters, { everyMs: sketchEveryMs, mostWaitMs: sketchEveryMs, signal }),
    repeat("tell", tell, { everyMs: tellEveryMs, mostWaitMs: tellEveryMs, signal }),
    repeat("purge", purge, { everyMs: purgeEveryMs, signal }),
    repeat("queue", () => runQueue(drainer, signal), { everyMs: 1000, signal }),
  ];
  if (BOUNCE_PORT !== undefined) {
    loops.push(repeat("bounces", () => takeBounces(BOUNCE_PORT, signal), { everyMs: 1000, signal }));
  }
  const heart = repeat("heartbeat", extendLeases, { everyMs: beatMs, mostWaitMs: beatMs, signal: ended.signal });
  log.info({ capturing: !transport }, "worker started");

  async function stop(): Promise<void> {
    stopping.abort();
    await Promise.race([drainer.idle(), wait(graceMs, ended.signal)]);
    transport?.close();
    await drainer.idle();
    ended.abort();
    await Promise.all([...loops, heart]);
    await closeDb();
    log.info("worker stopped");
  }

  return { stop };
}

/** What no nudge tells of: letters whose time to be tried again has come, those of a worker that is gone, deadlines, schedules and stops. */
async function sweep(drainer: Drainer): Promise<void> {
  await noticeRestored();
  await recoverLost();
  drainer.nudge();
  await resumeImports();
  const closed = await closeDueCampaigns();
  if (closed > 0) log.info({ closed }, "campaigns closed at their deadline");
  const scheduled = await publishScheduled();
  if (scheduled.published + scheduled.failed > 0) log.info(scheduled, "scheduled campaigns");
  const told = await tellStopped();
  const retold = await tellLifted();
  if (told + retold > 0) drainer.nudge();
}

/** Apart from the sweep: holding or freeing a million letters must not keep others from being found. */
async function tend(drainer: Drainer): Promise<void> {
  await holdHalted();
  if ((await tendLanes()) > 0) drainer.nudge();
}

/** What signers hear that nobody waits for: letters that failed, and what follows in their cases. */
async function tell(): Promise<void> {
  const failed = await tellFailed();
  const news = await tellNews();
  if (failed + news > 0) log.info({ failed, news }, "mails to signers");
}

async function purge(): Promise<void> {
  const drafts = await purgeDrafts();
  const pending = await purgePending();
  const peppers = await purgePeppers();
  const minutes = await purgeMinutes();
  const imports = await purgeImports();
  const received = await purgeReceived();
  const undos = await purgeUndos();
  const all = drafts + pending + peppers + minutes + imports + received + undos;
  if (all > 0) log.info({ drafts, pending, peppers, minutes, imports, received, undos }, "purged");
}

/** The queue of jobs, until the signal says stop. When it gives up by itself it is started anew. */
async function runQueue(drainer: Drainer, signal: AbortSignal): Promise<void> {
  const pgPool = newPool({ max: 4 });
  try {
    await runQueueOn(pgPool, drainer, signal);
  } finally {
    await pgPool.end();
  }
}

async function runQueueOn(pgPool: Pool, drainer: Drainer, signal: AbortSignal): Promise<void> {
  const runner = await run({
    pgPool,
    concurrency: 2,
    noHandleSignals: true,
    logger: queueLogger(),
    taskList: {
      deliver: () => drainer.nudge(),
      recount: async () => void (await recountTallies()),
      hold_for_consent: async (payload) => void (await holdWithoutConsent((payload as { campaign: string }).campaign)),
      import: async (payload) => runImport((payload as { id: string }).id, signal),
    },
    crontab: nightly,
    preset: { worker: { localQueue: { size: 50 }, completeJobBatchDelay: 100, failJobBatchDelay: 100 } },
  });
  const onAbort = () => void stopQueue(runner);
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  await runner.promise.finally(() => signal.removeEventListener("abort", onAbort));
}

async function stopQueue(runner: Runner): Promise<void> {
  try {
    await runner.stop();
  } catch (err) {
    log.error({ err }, "queue did not stop cleanly");
  }
}

/** Its messages may quote a job or an error, so only their level and the kind of error are kept. */
function queueLogger(): Logger {
  return new Logger(() => (level, _message, meta) => {
    if (level === "error") log.error({ err: meta.error }, "queue");
    else if (level === "warning") log.warn({ err: meta.error }, "queue");
  });
}
