import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { deriveKey, unwrapKey } from "./sealing";

/** The unwrapped keys of a campaign: `data` seals its rows, `pepper` makes sameness checkable inside it alone. */
export type CampaignKeys = { data: Buffer; pepper: Buffer };

const keptMs = 60_000;
const shared = globalThis as typeof globalThis & {
  appealsCampaignKeys?: Map<string, { keys: CampaignKeys; until: number }>;
};

/**
 * The keys of a campaign, kept unwrapped for at most a minute.
 * @throws Refusal("not-found") when there is no such campaign or its key was forgotten; UnreadableKey
 */
export async function getCampaignKeys(campaignId: string): Promise<CampaignKeys> {
  const cache = (shared.appealsCampaignKeys ??= new Map());
  const kept = cache.get(campaignId);
  if (kept && kept.until > Date.now()) return kept.keys;
  const campaign = await db().campaign.findUnique({ where: { id: campaignId }, select: { sealedKey: true } });
  if (!campaign?.sealedKey) {
    cache.delete(campaignId);
    throw new Refusal("not-found");
  }
  const data = unwrapKey(campaign.sealedKey, campaignId);
  const keys = { data, pepper: deriveKey("pepper", data) };
  cache.set(campaignId, { keys, until: Date.now() + keptMs });
  return keys;
}
