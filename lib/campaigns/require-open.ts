import { Refusal } from "@/lib/errors";
import type { Appeal } from "./queries";

/**
 * Lets only an appeal pass that takes letters now. A paused one may take them again, so it is refused in other words.
 * @throws Refusal campaign-paused, campaign-closed, campaign-stopped
 */
export function requireOpen({ state, stoppedAt }: Pick<Appeal, "state" | "stoppedAt">): void {
  if (stoppedAt) throw new Refusal("campaign-stopped");
  if (state === "paused") throw new Refusal("campaign-paused");
  if (state !== "live") throw new Refusal("campaign-closed");
}
