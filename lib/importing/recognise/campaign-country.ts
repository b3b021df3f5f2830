import type { RawRecipient } from "./raw-recipient";
import { findPlaces } from "./countries";
import type { Finding } from "./finding";
import { countryOf } from "./finish-recipient";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import type { Zone } from "./zones";
import { readCountry } from "@/lib/imports/names";

const weights = { name: 2, adjective: 1.5, city: 1 } as const;
// Of whom it is said, that country's state is spoken to.
const state =
  /^(?:authorities|government|embassy|embassies|police|ambassador|president|minister|officials|regime|court|security|soldiers|army)$/;

/** The country an appeal is about: said outright, else the one that most of it and most recipients speak of. */
export function findCountry(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  recipients: readonly RawRecipient[],
  embassyOf: Finding<string> | null,
): Finding<string> | null {
  const votes = new Map<string, { weight: number; lines: number[] }>();
  const vote = (country: string, weight: number, at: readonly number[]) => {
    const so = votes.get(country) ?? { weight: 0, lines: [] };
    votes.set(country, { weight: so.weight + weight, lines: so.lines.length < 6 ? [...so.lines, ...at] : so.lines });
  };
  for (const line of lines) {
    const said = saidOutright(line, zones[line.at]);
    if (said) return { value: said, lines: line.numbers, confidence: 0.95 };
    for (const { country, weight } of votesOf(line, zones[line.at])) vote(country, weight, line.numbers);
  }
  if (embassyOf) vote(embassyOf.value, 6, embassyOf.lines);
  for (const one of recipients) {
    const country = countryOf(one);
    const stated = countryOf({ ...one, post: [] }) !== null;
    if (country) vote(country, (one.role === "to" ? 2 : 1) * (stated ? 3 : 1), one.lines.slice(0, 1));
  }
  const [first, second] = [...votes].toSorted(([, one], [, other]) => other.weight - one.weight);
  if (!first) return null;
  const share = first[1].weight / (first[1].weight + (second?.[1].weight ?? 0));
  return { value: first[0], lines: [...new Set(first[1].lines)].slice(0, 6), confidence: Math.min(0.9, share) };
}

function saidOutright(line: ScannedLine, zone: Zone | undefined): string | null {
  if (line.text.length > 60 || /^(?:targets|copies|letter|sender)$/.test(zone ?? "")) return null;
  const [first] = segmentsOf(line.text, line.tokens);
  return first?.label === "country" ? readCountry(first.text) || null : null;
}

function votesOf(line: ScannedLine, zone: Zone | undefined): { country: string; weight: number }[] {
  if (line.blank || /^(?:sender|mail|edge|targets|copies)$/.test(zone ?? "")) return [];
  const places = findPlaces(line.tokens);
  return places.map(({ country, by, from, to }) => {
    const alone =
      line.text.length < 90 &&
      from === 0 &&
      by === "name" &&
      /^\s*(?:$|[:–—(-])/.test(line.text.slice(line.tokens[to - 1]?.end));
    const ruled = by === "adjective" && state.test(line.tokens[to]?.word ?? "");
    return { country, weight: weights[by] * (alone ? 5 : 1) * (ruled ? 2 : 1) * (zone === "note" ? 0.7 : 1) };
  });
}
