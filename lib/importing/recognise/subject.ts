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
  return null;
}

/** Whether a line within the letter is its subject and no part of its body. */
export function isSubject({ text, tokens, blank }: ScannedLine): boolean {
  if (blank || text.length > 260) return false;
  const [first] = segmentsOf(text, tokens);
  return first?.label === "subject" && first.start < 24 && first.text.trim() !== "";
}
