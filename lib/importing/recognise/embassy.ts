import { findPlaces } from "./countries";
import type { Finding } from "./finding";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import type { Token } from "./tokens";
import { lexicons } from "./words";
import type { Zone } from "./zones";

/** The country whose embassies in the readers' own countries are to be written to. */
export function findEmbassyOf(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  campaign: string | null,
): Finding<string> | null {
  for (const line of lines) {
    if (/^(?:letter|sender|background|mail)$/.test(zones[line.at] ?? "")) continue;
    const { tokens } = line;
    const embassy = tokens.findIndex((_, at) => matchAt(lexicons.embassies, tokens, at));
    if (embassy < 0 || !isHere(tokens)) continue;
    const places = findPlaces(tokens).filter(({ by }) => by !== "city");
    const nearest = places.toSorted((one, other) => Math.abs(one.from - embassy) - Math.abs(other.from - embassy))[0];
    const value = nearest && Math.abs(nearest.from - embassy) < 8 ? nearest.country : campaign;
    if (value) return { value, lines: line.numbers, confidence: nearest ? 0.9 : 0.7 };
  }
  return null;
}

/** "in your country", "en su respectivo país": where the readers live. */
function isHere(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => {
    if (matchAt(lexicons.here, tokens, at)) return true;
    if (!matchAt(lexicons.yours, tokens, at)) return false;
    return [at + 1, at + 2].some((next) => matchAt(lexicons.homes, tokens, next));
  });
}
