import type { Played } from "./row";

const heads = ["row", "repeats", "letters", "lost", "copies over one", "unflagged", "drift", "seconds to recover", ""];

/** The results as a table of Markdown, a line for each row. */
export function printTable(played: Played[]): string {
  const lines = [...Map.groupBy(played, ({ row }) => row)].map(([row, repeats]) => [
    row,
    String(repeats.length),
    String(sum(repeats, ({ letters }) => letters)),
    String(sum(repeats, ({ lost }) => lost)),
    String(sum(repeats, ({ copies }) => copies)),
    String(sum(repeats, ({ unflagged }) => unflagged)),
    String(sum(repeats, ({ drift }) => drift)),
    Math.max(...repeats.map(({ recoverSeconds }) => recoverSeconds)).toFixed(1),
    repeats.some(({ broken }) => broken.length > 0) ? "broken" : "holds",
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const draw = (cells: string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [draw(heads), draw(rule), ...lines.map(draw), ""].join("\n");
}

function sum(repeats: Played[], pick: (one: Played) => number): number {
  return repeats.reduce((all, one) => all + pick(one), 0);
}
