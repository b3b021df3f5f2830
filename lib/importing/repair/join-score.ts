import type { Measured } from "./blocks";
import { endsOwn, isBullet, isEnded, isLabelled, isLower, isOpen, startsOwn } from "./own-line";

/** Two lines in a row and what is known around them. */
export type Junction = {
  one: Measured;
  other: Measured;
  columns: number | null;
  /** Whether the two before are broken at the edge, and the two after. */
  around: number;
  /** Whether `one` goes on from a line that was broken at the edge. */
  continued: boolean;
};

/** From this score on two lines are one. */
export const joining = 1.5;
const longest = 130;
const near = 0.85;
const word = /\p{L}[\p{L}\p{M}’'-]{0,60}/gu;

/**
 * How surely a line goes on in the next: whether the next word would not have fitted, how the one ends and how the other begins.
 * Names, titles and addresses begin every word with a capital and speak against it.
 */
export function scoreOf(junction: Junction): number {
  const { one, other } = junction;
  if (one.width > longest || startsOwn(other.text, one.text) || endsOwn(one.text, other.text)) return -Infinity;
  const open = isOpen(one.text);
  if (isLabelled(one.text) && !open && !isFull(one, other, junction.columns)) return -Infinity;
  return (open ? 3.5 : ofTitles(one, other)) + ofEdge(junction) + ofWords(junction) + ofIndent(junction);
}

/** Whether the first word of a line had no place on the one before. */
export function isFull(one: Measured, other: Measured, columns: number | null): boolean {
  return columns !== null && one.width <= columns + 2 && one.width + 1 + other.first > columns;
}

function ofEdge({ one, other, columns, around, continued }: Junction): number {
  const ended = isEnded(one.text);
  if (columns === null) return ended ? -3 : 0;
  if (isFull(one, other, columns))
    return 2 + (one.width >= columns * near ? 0.5 : 0) + 0.5 * around - (ended ? 1.5 : 0);
  // A program broke the lines, and another broke what then was too long: long and short lines take turns.
  if (continued && !ended && one.width < columns / 3 && other.width > columns / 2) return 2.5;
  return ended ? -4 : -1;
}

function ofWords({ one, other }: Junction): number {
  const count = wordsOf(one);
  const begins = isLower(other.text) ? 2 : 0;
  const many = count >= 7 ? 0.5 : count < 4 ? -1 : 0;
  return begins + many + (/[,，、]$/.test(one.text) && begins > 0 ? 0.5 : 0);
}

function ofTitles(one: Measured, other: Measured): number {
  return (isTitle(one.text) ? -1.5 : 0) + (isTitle(other.text) ? -1.5 : 0);
}

/** Scripts without blanks between words count five columns for one. */
function wordsOf({ text, width }: Measured): number {
  return /\s/.test(text) ? text.split(/\s+/, 8).length : Math.floor(width / 10) + 1;
}

function isTitle(text: string): boolean {
  const words = (text.match(word) ?? []).filter(({ length }) => length > 3);
  return words.length > 0 && words.filter((one) => /^\p{Lu}/u.test(one)).length >= words.length * 0.8;
}

/** A first line that is set in begins a paragraph; lines that are set in under an item of a list go on with it. */
function ofIndent({ one, other }: Junction): number {
  const deeper = other.indent - one.indent;
  if (deeper >= 2 && isBullet(one.text)) return 1.5;
  if (deeper >= 2) return isEnded(one.text) ? -4 : 0;
  return 0;
}
