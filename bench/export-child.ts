import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Actor } from "@/lib/accounts/access";
import { closeDb } from "@/lib/db";
import { openExport } from "@/lib/reports/open-export";
import { type ExportChoice, exportColumns } from "@/lib/reports/schema";

// Exports a campaign to a file, in a process of its own, so that its memory is the export's alone.

export type ExportJob = { actor: Actor; campaignId: string; file: string };

/** `baseMb`: the process before its first row; `earlyMb`, `lateMb`: when a tenth of the time had passed, and at the end. */
export type Exported = { seconds: number; baseMb: number; earlyMb: number; lateMb: number; peakMb: number };

const sampleEveryMs = 100;
const columns = [...exportColumns.signatures.plain, ...exportColumns.signatures.personal];
const choice: ExportChoice = { what: "signatures", columns, separator: "comma" };

function rss(): number {
  return process.memoryUsage.rss() / 1e6;
}

async function run({ actor, campaignId, file }: ExportJob): Promise<Exported> {
  const samples: number[] = [];
  const began = performance.now();
  const { chunks } = await openExport(actor, campaignId, choice);
  const baseMb = rss();
  const sampling = setInterval(() => samples.push(rss()), sampleEveryMs);
  await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(file));
  const seconds = (performance.now() - began) / 1000;
  clearInterval(sampling);
  await closeDb();
  const earlyMb = samples[Math.floor(samples.length / 10)] ?? baseMb;
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  return { seconds, baseMb, earlyMb, lateMb: samples.at(-1) ?? baseMb, peakMb };
}

async function answer(job: ExportJob): Promise<void> {
  process.send?.(await run(job));
  process.disconnect();
}

process.once("message", (job: ExportJob) => void answer(job));
