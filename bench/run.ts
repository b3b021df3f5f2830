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
// by the load, the site and the database. All runs are kept in bench/results.json. `npm run bench -- export growth` runs these
// rows alone.
const file = "bench/results.json";
const times = 3;
// Those that send come first: what signing and confirming leave behind is made without keys, for speed, and cannot be sent.
// Of a row that counts time or memory (`lower`) the ratio has to stay below, of the others above. Those that are `siteless` need no
// build, and no site beside them.
const rows = [
  { name: "send", first: 0.7, goal: 1.5, siteless: true },
  { name: "send-slow", first: 0.65, goal: 0.9, siteless: true },
  { name: "memory-worker", first: 1, goal: 0.8, lower: true },
  { name: "pdf", first: 0.8, goal: 0.95, siteless: true },
  { name: "sign", first: 0.08, goal: 1 },
  { name: "confirm", first: 0.08, goal: 0.8 },
  { name: "viral", first: 0.9, goal: 0.95 },
  { name: "page", first: 0.4, goal: 0.6 },
  { name: "memory-web", first: 1, goal: 0.6, lower: true },
  { name: "export", first: 0.05, goal: 0.2 },
  { name: "growth", first: 1.3, goal: 1.1, lower: true },
] as const satisfies Row[];
const sizes = { large: 1_000_000, small: 1000 };

type Row = { name: string; first: number; goal: number; lower?: true; siteless?: true };
type Name = (typeof rows)[number]["name"];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`No row ${unknown.join(", ")}. There are ${rows.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}
const chosen: (Row & { name: Name })[] = rows.filter(({ name }) => asked.length === 0 || asked.includes(name));

const dataDir = mkdtempSync(join(tmpdir(), "appeals-bench-"));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
Object.assign(process.env, { DATA_DIR: dataDir, APP_URL: origin, NODE_ENV: "production", LOG_LEVEL: "warn" });
const postgres = await startEmbedded(null);
try {
  process.env.DATABASE_URL = postgres.url;
  // Pace is not what is measured: one mail domain gets everything.
  process.env.LANE_RATE = "1000000";
  await migrate(postgres.url);
  const results = await measureAll();
  keep(results);
  print(results);
  process.exitCode = results.every(isReached) ? 0 : 1;
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

type Result = { row: string; ratio: number; first: number; goal: number; lower?: true; runs: Run[] };

function isReached({ ratio, first, lower }: Result): boolean {
  return lower ? ratio <= first : ratio >= first;
}

async function measureAll(): Promise<Result[]> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const measures = { ...(await openSmall(stops)), ...(await openLarge(stops)) };
    const results: Result[] = [];
    for (const { name, siteless: _, ...row } of chosen) {
      const runs: Run[] = [];
      for (let at = 0; at < times; at += 1) runs.push(await measures[name]());
      results.push({ row: name, ratio: median(runs.map(({ value, limit }) => value / limit)), ...row, runs });
    }
    return results;
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

// Imported late, here and below: the modules read the environment that is set above.
/** The rows that write: on a database that is empty at first. */
async function openSmall(stops: (() => Promise<void>)[]) {
  const { closeDb, pool } = await import("@/lib/db");
  const { measures: speeds, numberRows } = await import("./measure");
  const { measureWebMemory, measureWorkerMemory } = await import("./memory");
  const { measurePdf } = await import("./pdf");
  const { makeWorld } = await import("@/tests/factories");
  stops.push(closeDb);
  const world = await makeWorld();
  const copies = await makeCopies(pool(), world, 100);
  const site = chosen.every(({ siteless }) => siteless) ? null : await startSite(port);
  if (site) stops.push(site.stop);
  const nextRow = numberRows();
  const bench: Bench = {
    url: postgres.url,
    pool: pool(),
    port,
    sitePid: site?.pid ?? 0,
    origin,
    world,
    copies,
    nextRow,
  };
  const measures = { ...speeds, "memory-web": measureWebMemory, "memory-worker": measureWorkerMemory, pdf: measurePdf };
  return Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, () => measure(bench)])) as Record<
    keyof typeof measures,
    () => Promise<Run>
  >;
}

/** The rows that read: on databases filled before, if one of them is asked for. */
async function openLarge(stops: (() => Promise<void>)[]) {
  const { startLarge } = await import("./large");
  const { measureExport } = await import("./export");
  const { measureGrowth } = await import("./growth");
  const open = async (count: number) => {
    const large = await startLarge(postgres.superuserUrl, postgres.url, count);
    stops.push(large.stop);
    return large;
  };
  const large = needed("export") || needed("growth") ? await open(sizes.large) : null;
  const small = needed("growth") ? await open(sizes.small) : null;
  return {
    export: () => (large ? measureExport(large, dataDir) : never("export")),
    growth: () => (large && small ? measureGrowth(large, small) : never("growth")),
  };
}

function needed(name: Name): boolean {
  return chosen.some((row) => row.name === name);
}

function never(name: string): never {
  throw new Error(`the row ${name} was not prepared`);
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
    measured: rounded(median(runs.map(({ value }) => value))),
    limit: rounded(median(runs.map(({ limit }) => limit))),
    unit: runs[0]?.unit,
    "limit by": runs[0]?.tool,
    ratio: Number(ratio.toFixed(2)),
    first,
    goal,
    "p99 ms": Number(median(runs.map(({ p99Ms }) => p99Ms)).toFixed(1)),
  }));
  console.table(table);
  for (const { row, runs } of results) {
    for (const name of Object.keys(runs[0]?.notes ?? {})) {
      console.log(`${row}: ${name}: ${rounded(median(runs.map(({ notes }) => notes?.[name] ?? 0)))}`);
    }
  }
}

function rounded(value: number): number {
  return value < 100 ? Number(value.toFixed(2)) : Math.round(value);
}
