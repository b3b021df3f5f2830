import { createHash } from "node:crypto";

/**
 * A short mark of what stood in a form when its page was made. A save brings it back; when it no longer fits, somebody
 * else has saved in between.
 */
export function markOf(values: Record<string, unknown>): string {
  const entries = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(entries)).digest("base64url").slice(0, 22);
}
