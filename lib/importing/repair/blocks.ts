import type { DraftLine } from "./draft-line";
import { measureWrap, type Pair } from "./measure-wrap";
import { isLower } from "./own-line";
import { columnsOf } from "@/lib/importing/columns";

/** A line of a block with its text cut and measured: columns of the text, of its first word, and before it. */
export type Measured = { line: DraftLine; text: string; width: number; first: number; indent: number };

/** Lines in a row of one depth, with the width they were broken at, in columns; null where nothing shows one. */
export type Block = { lines: Measured[]; columns: number | null };

/** From how many pairs of lines on a width is believed, and which part of them must agree for a block to have its own. */
const [fewest, agreeing] = [3, 0.75];
/** Prose that is broken begins most lines with a small letter; addresses begin none with one. */
const small = 1 / 3;
const caseless = /^["'“‘«([]{0,2}(?!\p{Lu}|\p{Ll})\p{L}/u;

/** The blocks of a text; an empty line is a block of its own. */
export function blocksOf(lines: readonly DraftLine[]): Block[] {
  const blocks: Measured[][] = [];
  for (const line of lines) {
    const measured = measure(line);
    const last = blocks.at(-1)?.[0];
    if (last && last.text !== "" && measured.text !== "" && last.line.depth === line.depth)
      blocks.at(-1)?.push(measured);
    else blocks.push([measured]);
  }
  const usual = usualColumns(blocks);
  return blocks.map((block) => ({ lines: block, columns: ownColumns(block) ?? usual.get(depthOf(block)) ?? null }));
}

function measure(line: DraftLine): Measured {
  const text = line.text.trim();
  if (text === "") return { line, text, width: 0, first: 0, indent: line.text.length };
  const [word = ""] = /^\S{0,130}/.exec(text) ?? [];
  const indent = line.text.length - line.text.trimStart().length;
  return {
    line,
    text,
    width: columnsOf(text),
    first: columnsOf(isIdeographic(text) ? text.slice(0, 1) : word),
    indent,
  };
}

/** Chinese and Japanese are broken between any two signs. */
function isIdeographic(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function usualColumns(blocks: Measured[][]): Map<number, number> {
  const pairs = new Map<number, Pair[]>();
  for (const block of blocks.filter(({ length }) => length > 1)) {
    const known = pairs.get(depthOf(block)) ?? [];
    known.push(...pairsOf(block));
    pairs.set(depthOf(block), known);
  }
  const columns = new Map<number, number>();
  for (const [depth, all] of pairs) {
    const found = measureWrap(all);
    if (found && found.votes >= fewest) columns.set(depth, found.columns);
  }
  return columns;
}

function ownColumns(block: Measured[]): number | null {
  if (block.length < fewest) return null;
  const pairs = pairsOf(block);
  const found = measureWrap(pairs);
  if (!found || found.votes < Math.max(pairs.length * agreeing, 2)) return null;
  if (pairs.length < fewest && found.columns < 60) return null;
  const going = block.slice(1).filter(({ text }) => isLower(text) || caseless.test(text));
  return going.length >= pairs.length * small ? found.columns : null;
}

function pairsOf(block: Measured[]): Pair[] {
  return block.slice(1).map(({ first }, at) => ({ width: block[at]?.width ?? 0, next: first }));
}

function depthOf(block: Measured[]): number {
  return block[0]?.line.depth ?? 0;
}
