import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { startEmbedded } from "@/lib/database/embedded";
import { freePort } from "@/lib/database/free-port";
import { migrate } from "@/lib/database/migrate";
import { demoAppeal } from "@/prisma/demo/appeal";
import { startWorld } from "@/tests/e2e/start-world";
import { launch } from "./browser";

// npm run lighthouse: the demo appeal's page, as it was built, on a phone with slow 4G (Lighthouse's mobile defaults), three
// times. The medians have to be as good as this. `npm run lighthouse -- --page /en` looks at another page.
const times = 3;
const least = { accessibility: 1, "best-practices": 1, seo: 1, performance: 0.98 } as const;
const most = { "largest-contentful-paint": 1200, "cumulative-layout-shift": 0 } as const;

type Measured = Record<keyof typeof least | keyof typeof most, number>;

const stops: (() => unknown)[] = [];
try {
  const url = await startSite();
  const asked = process.argv.indexOf("--page");
  const page = asked > 0 ? (process.argv[asked + 1] ?? "") : `/en/appeals/${demoAppeal.slug}`;
  // The first rendering of a page loads what draws it.
  await fetch(url + page);
  process.exitCode = (await measure(url + page)) ? 0 : 1;
} finally {
  for (const stop of stops.toReversed()) await stop();
}

async function startSite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "appeals-lighthouse-"));
  stops.push(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startEmbedded(null);
  stops.push(() => postgres.stop());
  await migrate(postgres.url);
  const atEnd = (stop: () => Promise<void>) => void stops.push(stop);
  return (await startWorld({ folder, databaseUrl: postgres.url, mails: "", env: {}, atEnd })).url;
}

async function measure(url: string): Promise<boolean> {
  const port = await freePort();
  const browser = await chromium.launch(launch(port));
  stops.push(() => browser.close());
  const runs: Measured[] = [];
  for (let at = 0; at < times; at += 1) runs.push(await runOnce(url, port));
  const rows = [
    ...entries(least).map(([name, wanted]) => ({ name, got: medianOf(runs, name), wanted, up: true })),
    ...entries(most).map(([name, wanted]) => ({ name, got: medianOf(runs, name), wanted, up: false })),
  ].map(({ name, got, wanted, up }) => ({
    name,
    got: Math.round(got * 1000) / 1000,
    wanted: `${up ? "≥" : "≤"} ${wanted}`,
    reached: up ? got >= wanted : got <= wanted,
  }));
  console.log(url);
  console.table(rows);
  return rows.every(({ reached }) => reached);
}

async function runOnce(url: string, port: number): Promise<Measured> {
  const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: Object.keys(least) });
  if (!result) throw new Error("Lighthouse gave no answer");
  const { categories, audits } = result.lhr;
  const failed = Object.values(categories)
    .filter(({ id }) => id !== "performance")
    .flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0));
  for (const { id } of failed) console.log(`  ${id}: ${audits[id]?.title}`);
  return {
    ...valuesOf(least, (name) => categories[name]?.score ?? 0),
    ...valuesOf(most, (name) => audits[name]?.numericValue ?? Infinity),
  };
}

function valuesOf<Name extends string>(names: Record<Name, number>, read: (name: Name) => number) {
  return Object.fromEntries(entries(names).map(([name]) => [name, read(name)])) as Record<Name, number>;
}

function entries<Name extends string>(record: Record<Name, number>): [Name, number][] {
  return Object.entries(record) as [Name, number][];
}

function medianOf(runs: Measured[], name: keyof Measured): number {
  return runs.map((run) => run[name]).toSorted((one, other) => one - other)[Math.floor(runs.length / 2)] ?? 0;
}
