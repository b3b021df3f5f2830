import type { FoundText } from "@/lib/importing/schema";
import type { BareLine } from "./bare-lines";
import { behindBullet, listRoom } from "./list";
import { numbersOf, textOf } from "./read-text";

/** The entries of a list. What stands before the first bullet is none. */
export function readList(lines: BareLine[]): FoundText[] {
  const entries: BareLine[][] = [];
  for (const line of lines) {
    const text = behindBullet(line.text);
    if (text === null) entries.at(-1)?.push(line);
    else entries.push([{ ...line, text }]);
  }
  return entries.map((entry) => ({ text: textOf(entry, listRoom), lines: numbersOf(entry), confidence: 1 }));
}
