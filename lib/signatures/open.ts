import { Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { unseal } from "@/lib/privacy/sealing";
import type { Typed } from "./schema";

/**
 * What a person typed, unsealed.
 * @throws Refusal not-found once it was erased or the campaign's key forgotten
 */
export async function openSubmission(submission: {
  id: string;
  campaignId: string;
  sealed: Uint8Array | null;
}): Promise<Typed> {
  if (!submission.sealed) throw new Refusal("not-found");
  const { data } = await getCampaignKeys(submission.campaignId);
  return JSON.parse(unseal(data, submission.sealed, `submission:${submission.id}`).toString()) as Typed;
}
