import type { Loss, Repair } from "@/lib/importing/schema";

/** A piece of a line as it came: nothing to say of it, what stands there now instead, or signs that are lost. */
export type Segment = { text: string; to?: string; lost?: true };

type Mark = { from: string; to?: string };

/** Layout that was taken away is not shown sign by sign. */
const layout = new Set(["quoting", "hard-wrap", "soft-line-end"]);

/** Where in a line something was repaired or is lost, the first and longest of what overlaps. */
export function markLine(text: string, repairs: readonly Repair[], losses: readonly Loss[]): Segment[] {
  const marks: Mark[] = [
    ...repairs.filter(({ reason, from }) => !layout.has(reason) && from !== ""),
    ...losses.map((loss) => ({ from: loss.text })),
  ].toSorted((one, other) => other.from.length - one.from.length);
  const segments: Segment[] = [];
  let rest = text;
  for (let next = firstIn(rest, marks); next; next = firstIn(rest, marks)) {
    if (next.at > 0) segments.push({ text: rest.slice(0, next.at) });
    const { from, to } = next.mark;
    segments.push(to === undefined ? { text: from, lost: true } : { text: from, to });
    rest = rest.slice(next.at + from.length);
  }
  return rest === "" && segments.length > 0 ? segments : [...segments, { text: rest }];
}

function firstIn(text: string, marks: Mark[]): { at: number; mark: Mark } | null {
  let first: { at: number; mark: Mark } | null = null;
  for (const mark of marks) {
    const at = mark.from === "" ? -1 : text.indexOf(mark.from);
    if (at >= 0 && (!first || at < first.at)) first = { at, mark };
  }
  return first;
}
