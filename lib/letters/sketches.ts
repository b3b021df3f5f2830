import { db } from "@/lib/db";
import { unseal } from "@/lib/privacy/sealing";
import { unpackSketch } from "./sketch";

/** Of how many of a campaign's newest letters a sketch is kept. */
export const sketchesKept = 512;

/** How long opened sketches stay in memory, and of how many campaigns: about 300 KB each. */
const keptMs = 20_000;
const most = 64;

type Opened = { sketches: number[][]; until: number };

const shared = globalThis as typeof globalThis & { appealsSketches?: Map<string, Opened> };

/**
 * The sketches of letters that were sent, opened at most every twenty seconds: any number of check pages costs no more.
 * @param data the key that seals the campaign's rows
 */
export async function listSketches(campaignId: string, data: Buffer): Promise<number[][]> {
  const opened = (shared.appealsSketches ??= new Map<string, Opened>());
  const kept = opened.get(campaignId);
  if (kept && kept.until > Date.now()) return kept.sketches;
  const sketches = await openSketches(campaignId, data);
  for (const [id, { until }] of opened) if (until <= Date.now() || opened.size >= most) opened.delete(id);
  opened.set(campaignId, { sketches, until: Date.now() + keptMs });
  return sketches;
}

async function openSketches(campaignId: string, data: Buffer): Promise<number[][]> {
  const rows = await db().letterSketch.findMany({
    where: { campaignId },
    orderBy: { signatureId: "desc" },
    take: sketchesKept,
    select: { signatureId: true, sealed: true },
  });
  return rows.map(({ signatureId, sealed }) => unpackSketch(unseal(data, sealed, `sketch:${signatureId}`)));
}
