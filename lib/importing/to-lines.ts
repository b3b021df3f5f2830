import type { LineModel } from "./lines";
import type { DraftLine } from "./repair/draft-line";
import { repairEncodedWords } from "./repair/encoded-words";
import { repairEntities } from "./repair/entities";
import { gatherTails } from "./repair/fallen-tails";
import { findLosses } from "./repair/find-losses";
import { joinFlowed } from "./repair/flowed";
import { repairMisreadText } from "./repair/misread-text";
import { repairMisreadUtf8 } from "./repair/misread-utf8";
import { type RepairKey, RepairNotes } from "./repair/notes";
import { repairQuotedPrintable } from "./repair/quoted-printable";
import { repairSigns } from "./repair/signs";
import { unquote } from "./repair/unquote";
import { unwrap } from "./repair/unwrap";

/** In this order: what a step reads, those before it have put right. */
const steps = [
  repairEntities,
  unquote,
  gatherTails,
  repairQuotedPrintable,
  repairEncodedWords,
  repairMisreadText,
  repairMisreadUtf8,
  repairSigns,
  joinFlowed,
  unwrap,
];
const blanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;
const gaps = / {9,}/g;
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * The text of an appeal as lines: repaired, unquoted, and its paragraphs joined where they were broken at a width. Each line
 * keeps the numbers of the lines of `text` it comes from.
 * @param undone repairs that a member took back
 */
export function toLines(text: string, undone: readonly RepairKey[] = []): LineModel {
  const notes = new RepairNotes(undone);
  const read: DraftLine[] = text.split("\n").map((line, at) => ({ numbers: [at + 1], depth: 0, text: line }));
  const repaired = steps.reduce((lines, repair) => repair(lines, notes), read);
  const lines = repaired.map(({ numbers, depth, text: line }) => {
    const shown = seen(line);
    return { numbers, depth, text: shown, blank: shown === "" };
  });
  return { lines, repairs: notes.list(), lossy: findLosses(lines) };
}

/** Several cells of a row, which tabs divide, are shown apart. */
function withBars(text: string): string {
  const cells = text.includes("\t") ? text.trim().split("\t") : [];
  return cells.length > 2 && cells.length < 13 ? cells.map((cell) => cell.trim()).join(" | ") : text;
}

/** Without signs that take no place, with one kind of blank, and no more of them in a row than divide columns. */
function seen(text: string): string {
  return withBars(text).replace(unseen, "").replace(blanks, " ").replace(gaps, "        ").trim();
}
