import { log } from "@/lib/log";
import { moveByBreaker } from "./lanes.sql";

/** The rest is for the next time, so that nobody waits long for what else a sweep does. */
const mostTurns = 20;

/**
 * Holds what waits in lanes whose breaker is open, tries one letter of each when it is time, and lets the others go on once it
 * was taken. Any worker may do so at any time.
 * @returns how many letters may leave now
 */
export async function tendLanes(): Promise<number> {
  let freed = 0;
  let more = true;
  for (let turns = 0; more && turns < mostTurns; turns += 1) {
    const turn = await moveByBreaker();
    more = turn.more;
    freed += turn.probing + turn.released;
    const { held, probing, released } = turn;
    if (held + probing + released > 0) log.info({ held, probing, released }, "letters of a lane moved by its breaker");
  }
  return freed;
}
