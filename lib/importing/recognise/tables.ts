import type { Line } from "@/lib/importing/lines";
import { matchAt } from "./lexicon";
import { tokensOf } from "./tokens";
import { type Label, labels } from "./words";

const bar = /\s?\|\s?/;
// No table of recipients is wider.
const widest = 12;
const told: readonly Label[] = ["fax", "telephone", "email", "post", "name", "office", "organisation", "country"];

/**
 * Rows of a table as blocks of labelled lines: under a head whose cells are labels ("Office | Name | Fax") each row is somebody.
 * Its cells stand between bars, as tables are drawn in plain text and as the cells of a page or a document become.
 */
export function readTables(lines: readonly Line[]): Line[] {
  const read: Line[] = [];
  let head: (string | null)[] | null = null;
  for (const line of lines) {
    const cells = cellsOf(line.text);
    const fresh: (string | null)[] | null = cells && headOf(cells);
    if (fresh) head = fresh;
    else if (head && cells && cells.length > 1) read.push(...rowOf(line, cells, head));
    else if (!(head && isRule(line.text))) {
      head = null;
      read.push(line);
    }
    if (fresh) read.push({ ...line, text: "", blank: true });
  }
  return read;
}

function isRule(text: string): boolean {
  return /^[|+\s:–—-]{3,}$/.test(text) && text.length < 400;
}

/** The cells of a row; null for a line without bars, and for one that only divides. */
function cellsOf(text: string): string[] | null {
  if (!text.includes("|") || text.length > 2000 || isRule(text)) return null;
  const inner = text.replace(/^\|\s?/, "").replace(/\s?\|$/, "");
  const cells = inner.split(bar).map((cell) => cell.trim());
  return cells.length > widest ? null : cells;
}

/** The labels of a head: all but one of its cells are some, and one says how somebody is reached. */
function headOf(cells: readonly string[]): (string | null)[] | null {
  const found = cells.map(labelOf);
  const known = found.filter((label) => label !== null);
  const reached = known.some((label) => label === "fax" || label === "email" || label === "post");
  if (known.length < 2 || known.length < cells.length - 1 || !reached) return null;
  return cells.map((cell, at) => (found[at] ? cell : null));
}

function labelOf(cell: string): Label | null {
  const tokens = tokensOf(cell);
  const hit = matchAt(labels, tokens, 0);
  return hit && hit.to === tokens.length && told.includes(hit.value) ? hit.value : null;
}

/** An empty line, and one for each cell: all of them are this row. */
function rowOf(line: Line, cells: readonly string[], head: readonly (string | null)[]): Line[] {
  const lines = cells.flatMap((cell, at) => {
    const label = head[at];
    return cell === "" ? [] : [{ ...line, text: label ? `${label}: ${cell}` : cell }];
  });
  return [{ ...line, text: "", blank: true }, ...lines];
}
