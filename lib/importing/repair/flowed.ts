import type { DraftLine } from "./draft-line";
import { lastWord } from "./last-word";
import type { RepairNotes } from "./notes";
import { startsOwn } from "./own-line";

const long = 50;
const fewest = 3;

/**
 * Lines that end with a blank go on in the next (RFC 3676 format=flowed), where most long lines of a depth do; "-- " before a
 * signature does not.
 */
export function joinFlowed(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const depths = flowedDepths(lines);
  if (depths.size === 0) return lines;
  const result: DraftLine[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    if (last && depths.has(line.depth) && goesOn(last, line) && isJoined(last, line, notes)) {
      last.text = last.text.trimEnd() + (last.text.trimEnd() === "" ? "" : " ") + line.text.trimStart();
      last.numbers.push(...line.numbers);
    } else result.push({ ...line, numbers: [...line.numbers] });
  }
  return result;
}

function flowedDepths(lines: DraftLine[]): Set<number> {
  const counts = new Map<number, [ends: number, all: number]>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (line.text.length < long || line.text.length > 100 || !next || isBlank(next) || next.depth !== line.depth)
      continue;
    const [ends, all] = counts.get(line.depth) ?? [0, 0];
    counts.set(line.depth, [ends + (isSoft(line.text) ? 1 : 0), all + 1]);
  }
  const flowed = [...counts].filter(([, [ends, all]]) => ends >= fewest && ends >= all * 0.6);
  return new Set(flowed.map(([depth]) => depth));
}

function goesOn(one: DraftLine, other: DraftLine): boolean {
  if (one.depth !== other.depth || !isSoft(one.text) || isBlank(one) || isBlank(other)) return false;
  return !startsOwn(other.text.trim(), one.text.trim());
}

function isJoined(one: DraftLine, other: DraftLine, notes: RepairNotes): boolean {
  const [last, [first = ""]] = [lastWord(one.text.trimEnd()), other.text.trimStart().split(/\s/, 1)];
  return notes.allow("soft-line-end", `${last} \n${first}`, `${last} ${first}`, [
    ...one.numbers.slice(-1),
    ...other.numbers,
  ]);
}

function isSoft(text: string): boolean {
  return /\S $/.test(text.slice(-2)) && text !== "-- ";
}

function isBlank({ text }: DraftLine): boolean {
  return text.trim() === "";
}
