import { findPlaces } from "./countries";
import type { Finding } from "./finding";
import type { LetterBounds } from "./letter";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import type { Zone } from "./zones";

/** The subject of the letter: a labelled line above its salutation or in what is asked for. */
export function findSubject(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  bounds: LetterBounds | undefined,
): Finding<string> | null {
  const near = bounds ? lines.slice(Math.max(0, bounds.body - 16), bounds.body + 3) : [];
  const asked = lines.filter(({ at }) => /^(?:requests|targets|appeal)$/.test(zones[at] ?? ""));
  for (const [set, confidence] of [
    [near.toReversed(), 0.9],
    [asked, 0.6],
  ] as const) {
    for (const { text, tokens, numbers, blank } of set) {
      if (blank || text.length > 260) continue;
      const [first] = segmentsOf(text, tokens);
      if (first?.label === "subject" && first.text.trim())
        return { value: text.slice(first.start).trim(), lines: numbers, confidence };
    }
  }
  const headline = bounds && headlineOf(lines, bounds);
  return headline ? { value: headline.text, lines: headline.numbers, confidence: 0.8 } : null;
}

/** "SRI LANKA: Please inquire …" between the salutation and the first sentence: a line of its own that ends in no stop. */
export function headlineOf(lines: readonly ScannedLine[], { opening, body, end }: LetterBounds): ScannedLine | null {
  const first = lines[body];
  const rest = lines.slice(body + 1, end);
  if (opening < 0 || !first || first.bullet || !rest[0]?.blank || !rest.some(({ text }) => text.length > 55))
    return null;
  const { text, tokens } = first;
  if (text.length > 200 || tokens.length < 3 || /[.!?,;:…。！？،؛]["”’)]?$/.test(text)) return null;
  const [place] = findPlaces(tokens);
  const placed = place?.from === 0 && /^\s?[:–—-]/.test(text.slice(tokens[place.to - 1]?.end));
  const loud = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  return placed || loud || (text.length < 90 && !speaks.test(tokens[0]?.word ?? "")) ? first : null;
}

// A sentence of the letter may have lost its stop.
const speaks =
  /^(?:i|we|my|our|as|it|this|please|with|on|in|since|je|nous|c|j|yo|me|le|la|les|nos|ich|wir|mit|io|vi|eu|nos|venho|저는|저희|나는|أكتب|نكتب|我|我们)$/;

/** Whether a line within the letter is its subject and no part of its body. */
export function isSubject({ text, tokens, blank }: ScannedLine): boolean {
  if (blank || text.length > 260) return false;
  const [first] = segmentsOf(text, tokens);
  return first?.label === "subject" && first.start < 24 && first.text.trim() !== "";
}
