import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { closeDb } from "@/lib/db";
import { databaseName, freshDatabase } from "./database";
import { openCluster, pointTo } from "./house";
import { findTruth, type Truth } from "./invariants";
import { countOverdue, hurry } from "./letters";
import { seededRandom } from "./random";
import type { Played, Row } from "./row";
import type { Scale } from "./scale";
import { Stage, type House } from "./stage";
import { TooLate, until } from "./until";
import { makeFaultWorld } from "./world";

const leastPatienceMs = 120_000;
/** Connections of one worker with the mail server. */
const connections = 20;
/** Of putting off and making due. */
const mostTurns = 5;
const stopMs = 35_000;

/** `timed`: whether it is a fault to take longer than two leases. */
export type Choice = { repeat: number; letters: number; seed: number; scale: Scale; timed: boolean };

/** Plays one repeat of a row and holds the truth against it. */
export async function play(house: House, row: Row, choice: Choice): Promise<Played> {
  if (!row.diskMb) return playIn(house, row, choice);
  const cluster = await openCluster(row);
  try {
    return await playIn({ ...house, cluster }, row, choice);
  } finally {
    await cluster.stop();
  }
}

async function playIn(house: House, row: Row, choice: Choice): Promise<Played> {
  const { repeat, scale, seed, timed } = choice;
  const letters = Math.max(choice.letters, row.least ?? 0);
  const folder = join(house.folder, `${row.name}-${repeat}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await freshDatabase(house.cluster);
  pointTo(house.cluster.appUrl(databaseName));
  const stage = new Stage(house, scale, seededRandom(seed * 1000 + repeat), letters, repeat, folder, row.env);
  try {
    stage.worlds = await makeFaultWorld(letters);
    await house.sink.tell({ log: stage.taken.file, rules: pace(row, letters), encryption: "none", login: false });
    const shown = await perform(stage, row, timed);
    if (shown.broken.length === 0) rmSync(folder, { recursive: true, force: true });
    return { row: row.name, repeat, seed, leaseSeconds: scale.leaseSeconds, letters, ...shown };
  } finally {
    await stage.end();
    await closeDb();
  }
}

/** The sink takes so long for each letter that all of them, over two workers, take the time the row needs. */
function pace({ seconds = 4, workers = 2 }: Row, letters: number) {
  const delayMs = Math.round((seconds * 1000 * connections * workers) / letters);
  return [{ at: "dot" as const, delayMs }];
}

async function perform(stage: Stage, row: Row, timed: boolean): Promise<Truth & { recoverSeconds: number }> {
  const broken: string[] = [];
  try {
    await row.act(stage);
  } catch (error) {
    broken.push(`the fault could not be brought about: ${String(error)}`);
  }
  const over = performance.now();
  await stage.sink.tell({ rules: [] });
  while (stage.alive.length < 2) stage.start();
  const patienceMs = Math.max(leastPatienceMs, stage.scale.leaseSeconds * 4000);
  broken.push(...(await drain(patienceMs)));
  // What was put off is not overdue; but it must go when it is its time. That may put others off again: a lane is tried first.
  for (let turns = 0; turns < mostTurns && (await hurry()) > 0; turns += 1) broken.push(...(await drain(patienceMs)));
  const recoverSeconds = Math.max((performance.now() - over) / 1000, ...stage.recoveries);
  if (timed && recoverSeconds > 2 * stage.scale.leaseSeconds) broken.push(`${recoverSeconds.toFixed(1)} s to recover`);
  broken.push(...(await stopAll(stage)));
  const truth = await findTruth(stage.taken.read(), { ...row, made: stage.made });
  broken.push(...truth.broken, ...((await row.check?.(stage)) ?? []));
  return { ...truth, recoverSeconds, broken };
}

async function drain(patienceMs: number): Promise<string[]> {
  try {
    await until("nothing overdue", async () => (await countOverdue()) === 0, { mostMs: patienceMs, everyMs: 50 });
    return [];
  } catch (error) {
    if (!(error instanceof TooLate)) throw error;
    return [`${await countOverdue()} letters do not move`];
  }
}

/** Asked to stop, every worker that is left ends in time and without a fault. */
async function stopAll({ alive }: Stage): Promise<string[]> {
  await Promise.all(alive.map((worker) => worker.ready()));
  for (const worker of alive) worker.signal("SIGTERM");
  const ends = await Promise.all(alive.map(async ({ name, gone }) => ({ name, end: await inTime(gone) })));
  return ends.filter(({ end }) => end !== 0).map(({ name, end }) => `${name}, asked to stop, ended with ${end}`);
}

async function inTime<T>(gone: Promise<T>): Promise<T | "nothing"> {
  return Promise.race([gone, pause(stopMs, "nothing" as const, { ref: false })]);
}
