import { decode } from "@/lib/encodings/decode";
import { plausibility } from "@/lib/encodings/plausibility";
import type { Encoding } from "@/lib/encodings/schema";
import { bytesOf } from "@/lib/importing/single-bytes";
import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";

/** What whole texts were written in that programs of the West read as Latin-1. */
const tried: Encoding[] = ["euc-kr", "gb18030", "big5", "shift_jis", "windows-1251", "koi8-r", "windows-1253", "utf-8"];
// oxlint-disable-next-line no-control-regex -- control signs are what it looks for
const latin = /^[\u0000-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]*$/;
/** Letters that are not Latin; a few signs alone are put right one by one. */
const foreign = /(?:(?!\p{Script=Latin})\p{L}[^\p{L}]{0,3}){2}/u;
const sampled = 600;
/** How much like text the lines must look at most as they are, and at least as they would be. */
const [worst, best] = [0.4, 0.65];

/** Lines of a language written in its own script, of which every byte was read as a Latin letter (`´ëÇÑ¹Î±¹`). */
export function repairMisreadText(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const suspects = lines.filter(({ text }) => isSuspect(text));
  if (suspects.length === 0) return lines;
  const sample = suspects
    .map(({ text }) => text)
    .join("\n")
    .slice(0, sampled);
  if (plausibility(sample) > worst) return lines;
  const encoding = likeliest(sample);
  return encoding === null
    ? lines
    : lines.map((line) => (isSuspect(line.text) ? repaired(line, encoding, notes) : line));
}

function isSuspect(text: string): boolean {
  return (text.match(/[\u0080-\uffff]/g)?.length ?? 0) >= 4 && latin.test(text);
}

function likeliest(sample: string): Encoding | null {
  const bytes = bytesOf(sample);
  const scored = tried.map((encoding) => ({ encoding, score: plausibility(decode(bytes, encoding)) }));
  const [first] = scored.toSorted((one, other) => other.score - one.score);
  // UTF-8 is put right word by word.
  return first && first.score >= best && first.encoding !== "utf-8" ? first.encoding : null;
}

function repaired(line: DraftLine, encoding: Encoding, notes: RepairNotes): DraftLine {
  const text = decode(bytesOf(line.text), encoding);
  if (text.includes("\ufffd") || !foreign.test(text) || isWorse(text, line.text)) return line;
  return notes.allow("mojibake", line.text.trim(), text.trim(), line.numbers) ? { ...line, text } : line;
}

function isWorse(text: string, before: string): boolean {
  return plausibility(text.slice(0, sampled)) <= plausibility(before.slice(0, sampled));
}
