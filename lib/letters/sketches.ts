import { db } from "@/lib/db";
import { unseal } from "@/lib/privacy/sealing";
import { unpackSketch } from "./sketch";

/** Of how many of a campaign's newest letters a sketch is kept. */
export const sketchesKept = 512;

/** The sketches of letters that were sent. @param data the key that seals the campaign's rows */
export async function listSketches(campaignId: string, data: Buffer): Promise<number[][]> {
  const rows = await db().letterSketch.findMany({
    where: { campaignId },
    orderBy: { signatureId: "desc" },
    take: sketchesKept,
    select: { signatureId: true, sealed: true },
  });
  return rows.map(({ signatureId, sealed }) => unpackSketch(unseal(data, sealed, `sketch:${signatureId}`)));
}
