import type { Appeal } from "@/lib/campaigns/queries";
import type { Sending } from "@/lib/recipients/route";
import type { Signer } from "./schema";

/** How a signer's letters travel: by their own choice where they made one, else as the campaign prefers. */
export function sendingOf(
  { disclosure, ownClient }: Pick<Signer, "disclosure" | "ownClient">,
  { prefersOwnClient }: Pick<Appeal, "prefersOwnClient">,
): Sending {
  const chosen = ownClient === undefined ? prefersOwnClient : ownClient === "yes";
  return { disclosure, ownClient: chosen && disclosure === "full" };
}
