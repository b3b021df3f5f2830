import type { DraftLine } from "./draft-line";
import { measureWrap } from "./measure-wrap";
import { columnsOf } from "@/lib/importing/columns";

const [fewest, nearly] = [6, 0.9];

/** The empty lines of a text that has one after each of its lines, though they were broken at a width; none of any other text. */
export function doubleSpacing(lines: readonly DraftLine[]): Set<DraftLine> {
  const written = lines.filter(({ text }) => text.trim() !== "");
  if (written.length < fewest || lines.length < written.length * 1.8) return new Set();
  const single = lines.filter((line, at) => isBlank(line) && !isBlank(lines[at - 1]) && !isBlank(lines[at + 1]));
  if (single.length < (written.length - 1) * nearly) return new Set();
  const pairs = written.slice(1).map(({ text }, at) => ({
    width: columnsOf(written[at]?.text.trim() ?? ""),
    next: columnsOf(/^\S{0,100}/.exec(text.trim())?.[0] ?? ""),
  }));
  const votes = measureWrap(pairs)?.votes ?? 0;
  return votes >= pairs.length / 2 ? new Set(single) : new Set();
}

/** Puts the empty lines back that do not lie within a paragraph. */
export function withBlanks(lines: DraftLine[], blanks: ReadonlySet<DraftLine>): DraftLine[] {
  const waiting = [...blanks];
  const result: DraftLine[] = [];
  let inside = 0;
  for (const line of lines) {
    const first = line.numbers[0] ?? 0;
    while (waiting[0] && (waiting[0].numbers[0] ?? 0) < first) {
      const blank = waiting.shift();
      if (blank && (blank.numbers[0] ?? 0) > inside) result.push(blank);
    }
    result.push(line);
    inside = line.numbers.at(-1) ?? 0;
  }
  return result;
}

function isBlank(line: DraftLine | undefined): boolean {
  return line?.text.trim() === "";
}
