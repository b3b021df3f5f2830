import { log } from "@/lib/log";
import { moveByBreaker } from "./lanes.sql";

/**
 * Holds what waits in lanes whose breaker is open, tries one letter of each when it is time, and lets the others go on once it
 * was taken. Any worker may do so at any time.
 * @returns how many letters may leave now
 */
export async function tendLanes(): Promise<number> {
  let freed = 0;
  for (let more = true; more;) {
    const turn = await moveByBreaker();
    more = turn.more;
    freed += turn.probing + turn.released;
    const { held, probing, released } = turn;
    if (held + probing + released > 0) log.info({ held, probing, released }, "letters of a lane moved by its breaker");
  }
  return freed;
}
