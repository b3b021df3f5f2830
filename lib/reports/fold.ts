import { foldDeltas } from "./fold.sql";

/**
 * Brings the tallies up to date with every change of state so far.
 * @returns how many changes were folded in
 */
export async function foldTallies(): Promise<number> {
  let all = 0;
  for (let more = true; more;) {
    const turn = await foldDeltas();
    all += turn.folded;
    more = turn.more;
  }
  return all;
}
