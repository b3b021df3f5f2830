import type { FoundText } from "@/lib/importing/schema";
import { matchAt } from "./lexicon";
import { isProse } from "./prose-line";
import type { ScannedLine } from "./scan";
import { joinLines } from "./section-text";
import { lexicons } from "./words";
import type { Zone } from "./zones";

// Shorter ones are headings and captions more often than they tell something.
const shortest = 60;

/**
 * What an appeal tells without a heading that says so: its paragraphs that list nobody and ask for nothing. Never sure, since
 * what is left over may be anything.
 * @param used numbers of lines that were read as something else
 */
export function findNarrative(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  used: ReadonlySet<number>,
): FoundText | null {
  const told = lines.filter(
    (line) =>
      zones[line.at] === "appeal" &&
      line.text.length >= shortest &&
      !line.bullet &&
      isProse(line) &&
      !asks(line) &&
      !line.numbers.some((number) => used.has(number)),
  );
  const text = joinLines(told.flatMap((line, n) => (n > 0 ? [{ blank: true, bullet: "", text: "" }, line] : [line])));
  return text ? { text, lines: told.flatMap(({ numbers }) => numbers), confidence: 0.5 } : null;
}

/** Whether a paragraph begins by asking its readers for something. */
function asks({ tokens }: ScannedLine): boolean {
  const first = tokens.slice(0, 4);
  return first.some((_, at) => matchAt(lexicons.calling, tokens, at) ?? matchAt(lexicons.writing, tokens, at));
}
