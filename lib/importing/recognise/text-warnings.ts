import type { Warning } from "@/lib/importing/schema";
import { findLinks } from "./contacts";
import { findEmails } from "./emails";
import { readLanguagesOf } from "./language";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { lexicons } from "./words";

/**
 * What a member should know of the text itself: its languages, that it is closed or cut off, that letters stand elsewhere.
 * @param told the lines that are text and no list of addresses
 */
export function findTextWarnings(lines: readonly ScannedLine[], told: readonly ScannedLine[]): Warning[] {
  return [...languages(told), ...closed(lines), ...elsewhere(lines), ...cutOff(lines)];
}

/** Languages that a fifth of the words stand in: each line is in one. */
function languages(told: readonly ScannedLine[]): Warning[] {
  const words = new Map<string, number>();
  for (const line of told) {
    const [first] = line.tokens.length > 5 ? readLanguagesOf([line]) : [];
    if (first && first.count > 2) words.set(first.language, (words.get(first.language) ?? 0) + line.tokens.length);
  }
  const all = [...words.values()].reduce((sum, one) => sum + one, 0);
  const several = [...words].filter(([, count]) => count > all / 5 && count > 11).map(([language]) => language);
  return several.length < 2
    ? []
    : [{ code: "several-languages", values: { languages: several.join(", ") }, lines: [] }];
}

function closed(lines: readonly ScannedLine[]): Warning[] {
  const line = lines.find(({ tokens }) => tokens.some((_, at) => matchAt(lexicons.closedList, tokens, at)));
  return line ? [{ code: "closed-list", values: {}, lines: line.numbers }] : [];
}

/** A link to a letter or to letters in other languages. */
function elsewhere(lines: readonly ScannedLine[]): Warning[] {
  return lines.flatMap((line, at): Warning[] => {
    const [link] = findLinks(line.text);
    if (!link) return [];
    const told = lines.slice(Math.max(0, at - 3), at + 1);
    const meant = told.some(({ tokens }) => tokens.some((_, n) => matchAt(lexicons.letterElsewhere, tokens, n)));
    return meant ? [{ code: "letters-elsewhere", values: { link: link.raw }, lines: line.numbers }] : [];
  });
}

/** A last line that stops in the middle of a sentence, or of what stands whole elsewhere. */
function cutOff(lines: readonly ScannedLine[]): Warning[] {
  const last = lines.findLast(({ blank }) => !blank);
  if (!last || findLinks(last.text).length > 0 || findEmails(last.text).length > 0) return [];
  const begun = last.text.length > 5 && lines.some((line) => line !== last && isBegun(last.text, line.text));
  const broken = last.tokens.length > 5 && /[^\p{L}]\p{Ll}{1,30}$/u.test(last.text);
  if (!begun && !broken) return [];
  const end = last.tokens.slice(-2).map(({ text }) => text);
  return [{ code: "cut-off", values: { text: end.join(" ") }, lines: last.numbers }];
}

function isBegun(text: string, whole: string): boolean {
  return whole.length > text.length && /^\p{L}/u.test(whole[text.length] ?? "") && plain(whole).startsWith(plain(text));
}

function plain(text: string): string {
  return text.replace(/[’‘]/g, "'");
}
