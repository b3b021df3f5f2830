import { Refusal } from "@/lib/errors";
import type { Appeal } from "./queries";

/**
 * Lets only an appeal pass that takes letters now. A paused one may take them again, so it is refused in other words.
 * @throws Refusal campaign-paused, campaign-closed
 */
export function requireOpen({ state }: Pick<Appeal, "state">): void {
  if (state === "paused") throw new Refusal("campaign-paused");
  if (state !== "live") throw new Refusal("campaign-closed");
}
