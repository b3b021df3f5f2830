import { batched } from "@/lib/database/batch";
import { Refusal } from "@/lib/errors";
import { makeToken, readToken } from "@/lib/privacy/links";
import { confirmSubmissions, type Confirmed } from "./confirm.sql";

const shared = globalThis as typeof globalThis & { appealsConfirm?: (id: string) => Promise<Confirmed> };

/**
 * Confirms the signature a confirmation mail stands for, and queues its letters. Confirming twice is no error.
 * @returns the token of the signer's own page
 * @throws Refusal link-unknown, draft-expired, campaign-paused, campaign-closed
 */
export async function confirmSignature(token: string): Promise<string> {
  const id = readToken("confirm", token);
  if (!id) throw new Refusal("link-unknown");
  shared.appealsConfirm ??= batched(confirmSubmissions);
  const { outcome, signatureId } = await shared.appealsConfirm(id);
  if (outcome === "unknown" || !signatureId) throw new Refusal("link-unknown");
  if (outcome === "expired") throw new Refusal("draft-expired");
  if (outcome === "paused") throw new Refusal("campaign-paused");
  if (outcome === "closed") throw new Refusal("campaign-closed");
  return makeToken("mine", signatureId);
}
