import type { DraftLine } from "./draft-line";
import { measureWrap, type Pair } from "./measure-wrap";
import type { RepairNotes } from "./notes";
import { endsOwn, isEnded, isLabelled, isLower, isOpen, startsOwn } from "./own-line";
import { widthOf } from "./width";

/** A line of a block with its text cut and measured. */
type Measured = { line: DraftLine; text: string; width: number; indent: number };

const longest = 130;
/** Below this, only a word that cannot end anything shows that a line goes on. */
const short = 25;

/** Joins the lines of a paragraph that was broken at a width; addresses, lists, headings and labels stay as they are. */
export function unwrap(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const blocks = blocksOf(lines);
  const widths = widthsOf(blocks);
  return blocks.flatMap((block) => joinBlock(block, widths.get(block[0]?.line.depth ?? 0) ?? null, notes));
}

/** Lines in a row of one depth; an empty line is a block of its own. */
function blocksOf(lines: DraftLine[]): Measured[][] {
  const blocks: Measured[][] = [];
  let depth = -1;
  for (const line of lines) {
    const text = line.text.trim();
    const measured = { line, text, width: widthOf(text), indent: line.text.length - line.text.trimStart().length };
    const last = blocks.at(-1);
    if (last && last[0]?.text !== "" && text !== "" && line.depth === depth) last.push(measured);
    else blocks.push([measured]);
    ({ depth } = line);
  }
  return blocks;
}

function widthsOf(blocks: Measured[][]): Map<number, number> {
  const pairs = new Map<number, Pair[]>();
  for (const block of blocks) {
    const depth = block[0]?.line.depth ?? 0;
    pairs.set(depth, [...(pairs.get(depth) ?? []), ...pairsOf(block)]);
  }
  const widths = new Map<number, number>();
  for (const [depth, all] of pairs) {
    const found = measureWrap(all);
    if (found && found.votes >= 3) widths.set(depth, found.columns);
  }
  return widths;
}

function pairsOf(block: Measured[]): Pair[] {
  return block.slice(1).map(({ text }, at) => ({ width: block[at]?.width ?? 0, next: firstWord(text) }));
}

function firstWord(text: string): number {
  const end = text.search(/\s/);
  return widthOf(end < 0 ? text : text.slice(0, end));
}

function joinBlock(block: Measured[], usual: number | null, notes: RepairNotes): DraftLine[] {
  const columns = columnsOf(block, usual);
  const groups: Measured[][] = [];
  for (const [at, line] of block.entries()) {
    const before = block[at - 1];
    const last = groups.at(-1);
    if (last && before && goesOn(before, line, columns)) last.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => joined(group, notes));
}

/** The width a block was broken at: its own if nearly all its lines say so, else the usual one if it is prose. */
function columnsOf(block: Measured[], usual: number | null): number | null {
  const pairs = pairsOf(block);
  const own = pairs.length >= 2 ? measureWrap(pairs) : null;
  if (own && own.votes >= pairs.length * 0.75) return own.columns;
  return usual !== null && !isRagged(block, usual) ? usual : null;
}

/** Lines that end before the edge and end no sentence: an address or a list. */
function isRagged(block: Measured[], columns: number): boolean {
  const pairs = pairsOf(block);
  const ragged = pairs.filter(({ width, next }, at) => width + 1 + next <= columns && !isEnded(block[at]?.text ?? ""));
  return ragged.length > pairs.length / 3;
}

function goesOn(one: Measured, other: Measured, columns: number | null): boolean {
  if (one.width > longest || startsOwn(other.text, one.text) || endsOwn(one.text, other.text)) return false;
  const full = columns !== null && one.width <= columns + 2 && one.width + 1 + firstWord(other.text) > columns;
  if (full) return other.indent <= one.indent + 1 || !isEnded(one.text);
  if (isLabelled(one.text) || isEnded(one.text)) return false;
  if (isOpen(one.text)) return true;
  return isLower(other.text) && one.width >= short;
}

function joined(group: Measured[], notes: RepairNotes): DraftLine[] {
  const lines = group.map(({ line, text }) => ({ ...line, text }));
  const [first] = lines;
  if (!first || group.length === 1) return lines;
  const numbers = lines.flatMap((line) => line.numbers);
  const from = lines.map(({ text }) => text).join("\n");
  const to = lines.reduce((text, line) => (text === "" ? line.text : text + gap(text, line.text) + line.text), "");
  return notes.allow("hard-wrap", from, to, numbers) ? [{ ...first, numbers, text: to }] : lines;
}

/** Nothing between signs of Chinese and Japanese, nor after a hyphen that may belong to the word. */
function gap(one: string, other: string): string {
  if (/\p{L}-$/u.test(one) && /^\p{Ll}/u.test(other)) return "";
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、]$/u.test(one) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、]/u.test(other)
    ? ""
    : " ";
}
