import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { exportColumns } from "@/lib/reports/schema";
import { askChild } from "./child";
import type { Exported } from "./export-child";
import type { Large } from "./large";
import type { Run } from "./measure";
import { memoryOf } from "./memory";
import { findProgram } from "./pgbench";

const run = promisify(execFile);
const child = "dist/bench-export.js";

/**
 * export: a million signatures unsealed into a CSV file, beside `psql \copy` of the same rows, sealed. Notes what the process
 * takes of memory, and the same export through the site.
 */
export async function measureExport(large: Large, folder: string): Promise<Run> {
  const file = join(folder, "export.csv");
  await bundleChild();
  const limit = await copySealed(large, file);
  const env = { DATABASE_URL: large.url };
  const { actor, campaignId } = large;
  const made = await askChild<Exported>(child, { bundled: true, env, job: { actor, campaignId, file } });
  const lines = await countLines(file);
  rmSync(file);
  // Own words may hold line ends, so there are no fewer lines than signatures.
  if (lines <= large.count) throw new Error(`only ${lines} lines were exported`);
  const notes = {
    "process before its first row, MB": made.baseMb,
    "after a tenth, MB": made.earlyMb,
    "at the end, MB": made.lateMb,
    "peak, MB": made.peakMb,
    ...(await throughSite(large)),
  };
  return { value: large.count / made.seconds, limit, unit: "rows/s", p99Ms: 0, tool: "psql \\copy, sealed", notes };
}

// As production runs it: bundled, not translated while it runs.
async function bundleChild(): Promise<void> {
  await build({
    entryPoints: ["bench/export-child.ts"],
    outfile: child,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    alias: { "@": process.cwd() },
    logLevel: "warning",
  });
}

async function copySealed({ url, campaignId, count }: Large, file: string): Promise<number> {
  const psql = findProgram("psql");
  if (!psql) throw new Error("the row export needs psql: install Debian's package postgresql-client");
  const query = `select s.id, s.state, s.created_at, s.confirmed_at, s.state_at, s.country, s.language, s.partner, s.disclosure,
    s.news_consent_at, s.public_name_consent_at, b.sealed
    from signatures s join submissions b on b.id = s.submission_id where s.campaign_id = '${campaignId}'`;
  const began = performance.now();
  await run(psql, [
    url,
    "-q",
    "-c",
    `\\copy (${query.replaceAll(/\s+/g, " ")}) to '${file}' with (format csv, header)`,
  ]);
  return count / ((performance.now() - began) / 1000);
}

async function countLines(file: string): Promise<number> {
  const { stdout } = await run("wc", ["-l", file]);
  return Number.parseInt(stdout, 10);
}

/** The same as a member gets it, and what the site's process takes of memory for it. */
async function throughSite({ port, cookie, campaignId, count, pid }: Large): Promise<Record<string, number>> {
  const body = new URLSearchParams({ what: "signatures", separator: "comma" });
  const { plain, personal } = exportColumns.signatures;
  for (const column of [...plain, ...personal]) body.append("column", column);
  const before = memoryOf(pid, "VmRSS");
  const began = performance.now();
  const url = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${url}/desk/campaigns/${campaignId}/signatures/export/csv`, {
    method: "POST",
    headers: { cookie, origin: url },
    body,
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`the export was answered with ${answer.status}`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  if (bytes < count * 100) throw new Error(`only ${bytes} bytes came`);
  const seconds = (performance.now() - began) / 1000;
  return {
    "through the site, rows/s": count / seconds,
    "site before, MB": before,
    "site at most, MB": memoryOf(pid, "VmHWM"),
  };
}
