import type { Appeal } from "@/lib/campaigns/queries";

/**
 * Whether we help to pass an appeal on: only while people can write. Who is told of one that is closed, paused or stopped could
 * only do nothing, or harm.
 */
export function isShared({ state, stoppedAt }: Pick<Appeal, "state" | "stoppedAt">): boolean {
  return state === "live" && !stoppedAt;
}
