import fc from "fast-check";
import { checkText } from "./check-text";
import { texts } from "./inputs";

/** A part of a run: so many texts of up to so many signs, that follow from the seed. */
export type Chunk = { size: number; seed: number; runs: number };

/** Plays a part of a run. @returns null, or what fails in the smallest text that was found to fail */
export function play({ size, seed, runs }: Chunk): string | null {
  const property = fc.property(texts(size), checkText);
  // Shrinking has an end: a slow text has many smaller ones that are nearly as slow.
  const details = fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: 300_000 });
  if (!details.failed) return null;
  const [text = ""] = details.counterexample ?? [];
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  const again = size > 2000 ? `--runs 0 --large ${runs} --seed ${seed - 1}` : `--runs ${runs} --large 0 --seed ${seed}`;
  const shown = JSON.stringify(text.length > 2000 ? `${text.slice(0, 500)} … ${text.slice(-100)}` : text);
  return `${why}\n${shown}\nnpm run fuzz -- ${again} (${details.counterexamplePath ?? ""})`;
}
