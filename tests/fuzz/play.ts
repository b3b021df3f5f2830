import fc from "fast-check";
import { checkText } from "./check-text";
import { texts } from "./inputs";

/** A part of a run: so many texts of up to so many signs, that follow from the seed. */
export type Chunk = { size: number; seed: number; runs: number };

/** How many texts were played, and what fails in the smallest text that was found to fail, or null. */
export type Played = { runs: number; failure: string | null };

/** Plays a part of a run. */
export function play({ size, seed, runs }: Chunk): Played {
  const property = fc.property(texts(size), checkText);
  // Shrinking has an end: a slow text has many smaller ones that are nearly as slow.
  const details = fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: 300_000 });
  const played = details.numRuns;
  if (!details.failed) return { runs: played, failure: null };
  const [text = ""] = details.counterexample ?? [];
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  const again = size > 2000 ? `--runs 0 --large ${runs} --seed ${seed - 1}` : `--runs ${runs} --large 0 --seed ${seed}`;
  const shown = JSON.stringify(text.length > 2000 ? `${text.slice(0, 500)} … ${text.slice(-100)}` : text);
  return { runs: played, failure: `${why}\n${shown}\nnpm run fuzz -- ${again} (${details.counterexamplePath ?? ""})` };
}
