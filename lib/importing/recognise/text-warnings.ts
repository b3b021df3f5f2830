import type { Warning } from "@/lib/importing/schema";
import { findLinks } from "./contacts";
import { readLanguagesOf } from "./language";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { lexicons } from "./words";
import type { Zone } from "./zones";

/** What a member should know of the text itself: its languages, that it is closed or cut off, that letters stand elsewhere. */
export function findTextWarnings(lines: readonly ScannedLine[], zones: readonly Zone[]): Warning[] {
  return [...languages(lines, zones), ...closed(lines), ...elsewhere(lines), ...cutOff(lines)];
}

function languages(lines: readonly ScannedLine[], zones: readonly Zone[]): Warning[] {
  const told = lines.filter(({ at }) => !/^(?:targets|copies|mail)$/.test(zones[at] ?? ""));
  const several = readLanguagesOf(told).filter(({ share }) => share > 0.15);
  if (several.length < 2) return [];
  return [
    { code: "several-languages", values: { languages: several.map(({ language }) => language).join(", ") }, lines: [] },
  ];
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

/** A last line that stops in the middle of a sentence. */
function cutOff(lines: readonly ScannedLine[]): Warning[] {
  const last = lines.findLast(({ blank }) => !blank);
  if (!last || last.tokens.length < 6 || findLinks(last.text).length > 0) return [];
  if (/[.!?:;…)\]"”'’>–—_=*]$/.test(last.text) || !/\p{Ll}$/u.test(last.text)) return [];
  const end = last.tokens.at(-1)?.text ?? "";
  return [
    { code: "cut-off", values: { text: `${last.tokens.at(-2)?.text ?? ""} ${end}`.trim() }, lines: last.numbers },
  ];
}
