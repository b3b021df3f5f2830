import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/database/free-port";
import { startEmbedded } from "@/lib/database/embedded";
import { migrate } from "@/lib/database/migrate";
import type { Bench, Run } from "./measure";
import { makeCopies } from "./rows";
import { startSite } from "./site";

// npm run bench: each row runs three times beside its limit, in one go. Only the ratio means anything: the machine is shared
// by the load, the site and the database. All runs are kept in bench/results.json.
const file = "bench/results.json";
const times = 3;
const rows = [
  { name: "sign", first: 0.08, goal: 1 },
  { name: "confirm", first: 0.08, goal: 0.8 },
  { name: "viral", first: 0.9, goal: 0.95 },
  { name: "page", first: 0.4, goal: 0.6 },
] as const;

const dataDir = mkdtempSync(join(tmpdir(), "appeals-bench-"));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
Object.assign(process.env, { DATA_DIR: dataDir, APP_URL: origin, NODE_ENV: "production", LOG_LEVEL: "warn" });
const postgres = await startEmbedded(null);
try {
  process.env.DATABASE_URL = postgres.url;
  await migrate(postgres.url);
  const results = await measureAll();
  keep(results);
  print(results);
  process.exitCode = results.every(({ ratio, first }) => ratio >= first) ? 0 : 1;
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

type Result = { row: string; ratio: number; first: number; goal: number; runs: Run[] };

// Imported late: the modules below read the environment that is set above.
async function measureAll(): Promise<Result[]> {
  const { closeDb, pool } = await import("@/lib/db");
  const { measures, numberRows } = await import("./measure");
  const { makeWorld } = await import("@/tests/factories");
  const world = await makeWorld();
  const copies = await makeCopies(pool(), world, 100);
  const site = await startSite(port);
  const bench: Bench = { url: postgres.url, pool: pool(), port, origin, world, copies, nextRow: numberRows() };
  const results: Result[] = [];
  try {
    for (const { name, first, goal } of rows) {
      const runs: Run[] = [];
      for (let at = 0; at < times; at += 1) runs.push(await measures[name](bench));
      results.push({ row: name, ratio: median(runs.map(({ value, limit }) => value / limit)), first, goal, runs });
    }
    return results;
  } finally {
    await site.stop();
    await closeDb();
  }
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function keep(results: Result[]): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as unknown[]) : [];
  const machine = { arch: arch(), cores: cpus().length, node: process.versions.node };
  const entry = { at: new Date().toISOString(), machine, results };
  writeFileSync(file, `${JSON.stringify([...before, entry], null, 1)}\n`);
}

function print(results: Result[]): void {
  const table = results.map(({ row, ratio, first, goal, runs }) => ({
    row,
    measured: Math.round(median(runs.map(({ value }) => value))),
    limit: Math.round(median(runs.map(({ limit }) => limit))),
    "limit by": runs[0]?.tool,
    ratio: Number(ratio.toFixed(2)),
    first,
    goal,
    "p99 ms": Number(median(runs.map(({ p99Ms }) => p99Ms)).toFixed(1)),
  }));
  console.table(table);
}
