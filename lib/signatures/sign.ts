import { batched } from "@/lib/database/batch";
import { Refusal } from "@/lib/errors";
import { readToken } from "@/lib/privacy/links";
import { signDrafts, type Signed } from "./sign.sql";

const shared = globalThis as typeof globalThis & { appealsSign?: (id: string) => Promise<Signed> };

/**
 * Sends a checked draft: it becomes a pending signature, and a mail asks its writer to confirm. Sending the same draft
 * again, or signing again with the same address, gives the same answer, so that nobody learns who has signed.
 * @returns the slug of the appeal; null when a later revision says that what the draft says is no longer so: nothing was sent, and
 *   its check page leads on
 * @throws Refusal link-unknown, draft-expired, campaign-paused, campaign-closed, not-signable
 */
export async function signAppeal(token: string): Promise<string | null> {
  const id = readToken("check", token);
  if (!id) throw new Refusal("link-unknown");
  shared.appealsSign ??= batched(signDrafts);
  const { outcome, slug } = await shared.appealsSign(id);
  if (outcome === "expired" || !slug) throw new Refusal("draft-expired");
  if (outcome === "paused") throw new Refusal("campaign-paused");
  if (outcome === "closed") throw new Refusal("campaign-closed");
  if (outcome === "superseded") return null;
  if (outcome === "incomplete") throw new Refusal("not-signable");
  return slug;
}
