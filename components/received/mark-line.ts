import type { Loss, Repair } from "@/lib/importing/schema";

/** A piece of a line as it came: nothing to say of it, what stands there now instead, or signs that are lost. */
export type Segment = { text: string; to?: string; lost?: true };

/** A line as it is shown. `unmarked`: further repairs or losses are in it than are marked; `left`: UTF-16 code units not shown. */
export type MarkedLine = { segments: Segment[]; unmarked: boolean; left: number };

type Mark = { from: string; to?: string };
/** `at`: where the mark stands next, from where the line is read on; -1: nowhere any more. */
type Next = { mark: Mark; at: number };

/** Layout that was taken away is not shown sign by sign. */
const layout = new Set(["quoting", "hard-wrap", "soft-line-end"]);

/** What a line is marked with and how much of it is shown at most: some come without a single line end. */
const limits = { marks: 200, length: 10_000 };

/** Where in a line something was repaired or is lost, the first and longest of what overlaps. */
export function markLine(whole: string, repairs: readonly Repair[], losses: readonly Loss[]): MarkedLine {
  const text = whole.length > limits.length ? whole.slice(0, limits.length).replace(/[\ud800-\udbff]$/, "") : whole;
  const left = whole.length - text.length;
  const known = marksOf(repairs, losses);
  const marks: Next[] = known.slice(0, limits.marks).map((mark) => ({ mark, at: text.indexOf(mark.from) }));
  const segments: Segment[] = [];
  let from = 0;
  let marked = 0;
  let next = firstFrom(from, text, marks);
  for (; next && marked < limits.marks; next = firstFrom(from, text, marks)) {
    if (next.at > from) segments.push({ text: text.slice(from, next.at) });
    const { from: sign, to } = next.mark;
    segments.push(to === undefined ? { text: sign, lost: true } : { text: sign, to });
    from = next.at + sign.length;
    marked += 1;
  }
  if (from < text.length || segments.length === 0) segments.push({ text: text.slice(from) });
  return { segments, unmarked: next !== null || known.length > limits.marks, left };
}

/** Each sign once, the longest first. */
function marksOf(repairs: readonly Repair[], losses: readonly Loss[]): Mark[] {
  const marks: Mark[] = [
    ...repairs.filter(({ reason }) => !layout.has(reason)),
    ...losses.map(({ text }) => ({ from: text })),
  ];
  const bySign = new Map<string, Mark>();
  for (const mark of marks) if (mark.from !== "" && !bySign.has(mark.from)) bySign.set(mark.from, mark);
  return [...bySign.values()].toSorted((one, other) => other.from.length - one.from.length);
}

/** Each mark is looked for again only where the line was read past it: each goes through the line once. */
function firstFrom(from: number, text: string, marks: Next[]): Next | null {
  let first: Next | null = null;
  for (const next of marks) {
    if (next.at >= 0 && next.at < from) next.at = text.indexOf(next.mark.from, from);
    if (next.at >= 0 && (!first || next.at < first.at)) first = next;
  }
  return first;
}
