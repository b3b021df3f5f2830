/** A piece of text on a page: `x` and `y` of its beginning from the lower left corner, in points. */
export type PlacedText = { str: string; x: number; y: number; width: number; fontSize: number };

type PlacedLine = { text: string; y: number; end: number; size: number };

/** Parts of the size of the letters: how far apart pieces are for a blank between them, for a column, for another line. */
const [blank, column, lower] = [0.2, 2.5, 0.5];
/** How much more than usual stands between two lines of different paragraphs. */
const apart = 1.3;

/** The lines of a page in the order in which they were drawn, with an empty one where more than usual stands between two. */
export function linesOfPage(items: readonly PlacedText[]): string[] {
  const lines: PlacedLine[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last && isBeside(item, last)) append(last, item);
    else if (item.str.trim() !== "") lines.push(lineOf(item));
  }
  const usual = usualStep(lines);
  return lines.flatMap(({ text, y, size }, at) => {
    const step = (lines[at - 1]?.y ?? y) - y;
    const gap = step > Math.max(usual * apart, size) || step < -size;
    return gap ? ["", text.trimEnd()] : [text.trimEnd()];
  });
}

function lineOf({ str, x, y, width, fontSize }: PlacedText): PlacedLine {
  return { text: str, y, end: x + width, size: fontSize || 10 };
}

function isBeside({ x, y }: PlacedText, line: PlacedLine): boolean {
  return Math.abs(y - line.y) < line.size * lower && x > line.end - line.size * 2;
}

function append(line: PlacedLine, { str, x, width }: PlacedText): void {
  // A blank as broad as a column stands for the gap, not for its sign.
  if (str.trim() === "") {
    line.text = `${line.text.trimEnd()} `;
    return;
  }
  const gap = x - line.end;
  const spaced = /\s$/.test(line.text) || /^\s/.test(str);
  if (gap > line.size * column) line.text = `${line.text.trimEnd()}\t`;
  else if (gap > line.size * blank && !spaced) line.text += " ";
  line.text += str;
  line.end = x + width;
}

/** The step from a line to the next that is commonest on a page. */
function usualStep(lines: readonly PlacedLine[]): number {
  const counts = new Map<number, number>();
  for (const [at, { y }] of lines.entries()) {
    const step = Math.round(((lines[at - 1]?.y ?? y) - y) * 2) / 2;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([one, first], [other, second]) => second - first || one - other);
  return most?.[0] ?? Infinity;
}
