import type { LineModel } from "./lines";
import type { DraftLine } from "./repair/draft-line";
import { findLosses } from "./repair/find-losses";
import { repairMojibake } from "./repair/mojibake";
import { type RepairKey, RepairNotes } from "./repair/notes";
import { unquote } from "./repair/unquote";
import { unwrap } from "./repair/unwrap";

/**
 * The text of an appeal as lines: repaired, unquoted, and its paragraphs joined where they were broken at a width. Each line
 * keeps the numbers of the lines of `text` it comes from.
 * @param undone repairs that a member took back
 */
export function toLines(text: string, undone: readonly RepairKey[] = []): LineModel {
  const notes = new RepairNotes(undone);
  const read: DraftLine[] = text.split("\n").map((line, at) => ({ numbers: [at + 1], depth: 0, text: line }));
  const repaired = [unquote, repairMojibake, unwrap].reduce((lines, repair) => repair(lines, notes), read);
  const lines = repaired.map(({ numbers, depth, text: line }) => ({
    numbers,
    depth,
    text: line.trim(),
    blank: line.trim() === "",
  }));
  return { lines, repairs: notes.list(), lossy: findLosses(lines) };
}
