import { withPlainDigits } from "./digits";
import { withoutRange } from "./number-range";

/** A telephone or fax number as it stands in a text. */
export type FoundNumber = { raw: string; start: number; end: number };

// One class of signs and no nesting: linear. 7 digits are the fewest of a number with its area.
const run = /[+(\d][\d\s().+/–-]{4,60}/g;
const fewest = 5;
const most = 17;

/** Every run of digits in a line that may be a number to dial; what is a date, a year or a part of something else is left out. */
export function findNumbers(line: string, taken: readonly { start: number; end: number }[] = []): FoundNumber[] {
  const found: FoundNumber[] = [];
  const text = withPlainDigits(line);
  for (const match of text.matchAll(run)) {
    for (const piece of divided(match[0], match.index)) {
      const digits = digitsIn(withoutRange(piece.raw));
      if (digits < fewest || digits > most || isDate(piece.raw) || isPart(text, piece)) continue;
      if (taken.some(({ start, end }) => piece.start < end && start < piece.end)) continue;
      found.push(piece);
    }
  }
  return found;
}

/** Several numbers in one run: "+44 20 7946 0001 / 7946 0002", "+1 202 … +1 202 …". */
function divided(raw: string, start: number): FoundNumber[] {
  const pieces: FoundNumber[] = [];
  let at = 0;
  const cut = strokeAt(raw);
  if (cut > 0) return [...divided(raw.slice(0, cut), start), ...divided(raw.slice(cut + 1), start + cut + 1)];
  for (const part of raw.split(/(\s\/\s|\s{3,}|\s(?=\+)|\/(?=\+)|\s[-–]\s(?=\+))/)) {
    const lead = part.length - part.trimStart().replace(/^[./–-]+\s*/, "").length;
    const text = part.slice(lead).replace(/[\s./+(–-]+$/, "");
    const closed = text.replace(/\)$/, (sign) => (text.includes("(") ? sign : ""));
    if (/\d/.test(closed))
      pieces.push({ raw: closed, start: start + at + lead, end: start + at + lead + closed.length });
    at += part.length;
  }
  return pieces;
}

/** Where a stroke divides two whole numbers, or -1; of "0721/123456" the left part is too short to be one. */
function strokeAt(raw: string): number {
  for (const { index } of raw.matchAll(/\//g)) {
    const [next = ""] = raw.slice(index + 1).split("/", 1);
    if (digitsIn(raw.slice(0, index)) > 7 && (/^\d{5}/.test(next) || digitsIn(next) > 5)) return index;
  }
  return -1;
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}

function isDate(raw: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}$|^(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}$|^(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)\d{2}$/.test(
    raw,
  );
}

/** A part of a word, a reference or a link. */
function isPart(text: string, { start, end }: FoundNumber): boolean {
  if (/\b(?:ext|extn|extension|poste|int|app)\b\.?\s?$/i.test(text.slice(Math.max(0, start - 12), start))) return true;
  return /[\p{L}_=#&@%]$/u.test(text.slice(0, start)) || /^[\p{L}_@%=]/u.test(text.slice(end));
}
