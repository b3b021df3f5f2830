import { type Block, blocksOf, type Measured } from "./blocks";
import { doubleSpacing, withBlanks } from "./double-spacing";
import type { DraftLine } from "./draft-line";
import { isFull, joining, scoreOf } from "./join-score";
import type { RepairNotes } from "./notes";

const ideographic = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}，。、；：「」『』（）]";
const [ends, begins] = [new RegExp(`${ideographic}$`, "u"), new RegExp(`^${ideographic}`, "u")];

/** Joins the lines of a paragraph that was broken at a width; addresses, lists, headings and labels stay as they are. */
export function unwrap(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const blanks = doubleSpacing(lines);
  const close = blanks.size === 0 ? lines : lines.filter((line) => !blanks.has(line));
  const whole = blocksOf(close).flatMap((block) => groupsOf(block).flatMap((group) => joined(group, notes)));
  return blanks.size === 0 ? whole : withBlanks(whole, blanks);
}

function groupsOf({ lines, columns }: Block): Measured[][] {
  const full = lines.map((line, at) => {
    const next = lines[at + 1];
    return next !== undefined && isFull(line, next, columns);
  });
  const groups: Measured[][] = [];
  for (const [at, other] of lines.entries()) {
    const one = lines[at - 1];
    const last = groups.at(-1);
    const around = Number(full[at - 2] ?? false) + Number(full[at] ?? false);
    const continued = (last?.length ?? 0) > 1 && (full[at - 2] ?? false);
    if (one && last && scoreOf({ one, other, columns, around, continued }) >= joining) last.push(other);
    else groups.push([other]);
  }
  return groups;
}

function joined(group: Measured[], notes: RepairNotes): DraftLine[] {
  const lines = group.map(({ line, text }) => (line.text === text ? line : { ...line, text }));
  const [first] = lines;
  if (!first || lines.length === 1) return lines;
  const numbers = lines.flatMap((line) => line.numbers);
  const from = lines.map(({ text }) => text).join("\n");
  const to = lines.map(({ text }, at) => (at === 0 ? text : gap(lines[at - 1]?.text ?? "", text) + text)).join("");
  return notes.allow("hard-wrap", from, to, numbers) ? [{ ...first, numbers, text: to }] : lines;
}

/** Nothing between signs of Chinese and Japanese, nor after a hyphen that may belong to the word. */
function gap(one: string, other: string): string {
  if (/\p{L}-$/u.test(one.slice(-3)) && /^\p{Ll}/u.test(other)) return "";
  return ends.test(one.slice(-2)) && begins.test(other) ? "" : " ";
}
