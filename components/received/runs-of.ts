/** Numbers as runs: 3–5, 9. */
export function runsOf(lines: number[]): string {
  const sorted = [...new Set(lines)].toSorted((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const line of sorted) {
    const last = runs.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
