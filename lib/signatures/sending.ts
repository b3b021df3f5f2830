import type { Appeal } from "@/lib/campaigns/queries";
import type { Sending } from "@/lib/recipients/route";
import type { Signer, Typed } from "./schema";

/**
 * How a signer's letters travel: by their own choice where they made one, else as the campaign prefers. The answer is `kept` with
 * what they typed, for it holds also when the campaign prefers something else later.
 */
export function sendingOf(
  { disclosure, ownClient }: Pick<Signer, "disclosure" | "ownClient">,
  { prefersOwnClient }: Pick<Appeal, "prefersOwnClient">,
): Sending & { kept: Pick<Typed, "ownClient"> } {
  const chosen = ownClient === undefined ? prefersOwnClient : ownClient === "yes";
  return { disclosure, ownClient: chosen && disclosure === "full", kept: { ownClient: chosen ? "yes" : "no" } };
}
