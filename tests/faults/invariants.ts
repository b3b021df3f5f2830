import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { readDrifts } from "@/lib/reports/recount.sql";
import type { Taken } from "./sink/script";
import { readLetters, type LetterRow } from "./letters";

/** What the log of the sink and the database say when they are laid side by side. */
export type Truth = {
  lost: number;
  copies: number;
  unflagged: number;
  flagged: number;
  drift: number;
  broken: string[];
};

const mostCopies = 2;
const usualEnds: DeliveryState[] = ["accepted", "unknown"];

/**
 * Holds what the sink took against what the rows say.
 * @param made how many letters there were
 * @param ends states a letter may have come to, beside the usual
 */
export async function findTruth(
  taken: Taken[],
  { made, ends = [], losesBytes = false }: { made: number; ends?: DeliveryState[]; losesBytes?: boolean },
): Promise<Truth> {
  const letters = await readLetters();
  const copies = Map.groupBy(taken, ({ messageId }) => messageId);
  const countOf = ({ messageId }: LetterRow) => copies.get(messageId ?? "")?.length ?? 0;
  const known = new Set(letters.map(({ messageId }) => messageId));
  const allowed = [...usualEnds, ...ends];
  const misplaced = letters.filter(({ state }) => !allowed.includes(state));
  const unflagged = letters.filter((letter) => countOf(letter) > 1 && !letter.doubled);
  const tooMany = letters.filter((letter) => countOf(letter) > mostCopies);
  const invented = letters.filter((letter) => letter.state === "accepted" && countOf(letter) === 0);
  const strays = [...copies.keys()].filter((messageId) => !known.has(messageId));
  const changed = [...copies.values()].filter(
    (same) => new Set(same.map(({ digest, words }) => (losesBytes ? words : digest))).size > 1,
  );
  const drifts = await readDrifts();
  return {
    lost: made - letters.length + misplaced.length,
    copies: letters.reduce((sum, letter) => sum + Math.max(0, countOf(letter) - 1), 0),
    unflagged: unflagged.length,
    flagged: letters.filter(({ doubled }) => doubled).length,
    drift: drifts.length,
    broken: [
      ...said(made - letters.length, "letters are gone"),
      ...said(misplaced.length, `letters ended as ${[...new Set(misplaced.map(({ state }) => state))].join(", ")}`),
      ...said(unflagged.length, "letters have two copies and do not say so"),
      ...said(tooMany.length, `letters have more than ${mostCopies} copies`),
      ...said(invented.length, "letters are accepted, and no server said so"),
      ...said(strays.length, "letters were taken under a Message-ID that no letter has"),
      ...said(changed.length, "letters have copies that differ"),
      ...said(drifts.length, "tallies are not what a recount says"),
    ],
  };
}

/** A line for what was counted, if there was any. */
export function said(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}
