import type { FoundLetter } from "@/lib/importing/schema";
import { isClosing } from "./closing";
import { findEmails } from "./emails";
import { readHeading } from "./heading";
import { officeIn } from "./holder";
import { matchAt } from "./lexicon";
import { isGreeting, weighSalutation } from "./salutation";
import type { ScannedLine } from "./scan";
import { joinLines } from "./section-text";
import { isSeparator } from "./separator";
import { headlineOf, isSubject } from "./subject";
import { lexicons } from "./words";

/** The bounds of a letter: numbers of lines in the scan, `to` and `closing` exclusive of what follows; -1: there is none. */
export type LetterBounds = {
  head: number;
  opening: number;
  body: number;
  end: number;
  closing: number;
  to: number;
  score: number;
};

/** All sample letters of an appeal, the surest first. */
export function findLetters(lines: readonly ScannedLine[]): LetterBounds[] {
  const openings = lines.filter((line) => !line.blank && weighSalutation(line) > 0).map(({ at }) => at);
  const found = openings.map((opening, n) => boundsFrom(lines, opening, openings[n + 1] ?? lines.length));
  const headed = lines
    .filter((line) => !line.blank && readHeading(line)?.kind === "letter")
    .filter(({ at }) => !openings.some((opening) => opening > at && opening < at + 14))
    .map(({ at }) => withoutSalutation(lines, at, openings.find((opening) => opening > at) ?? lines.length));
  return [...found, ...headed]
    .filter(({ score, body, end }) => score >= accepted && end > body)
    .toSorted((one, other) => other.score - one.score || one.opening - other.opening);
}

const accepted = 6;

function boundsFrom(lines: readonly ScannedLine[], opening: number, limit: number): LetterBounds {
  const bounds = closedFrom(lines, opening + 1, limit);
  const head = headBefore(lines, opening);
  const line = lines[opening];
  const score =
    (line ? weighSalutation(line) : 0) +
    (bounds.closing >= 0 ? 3 : 0) +
    (head >= 0 ? 3 : 0) +
    (isProse(lines[nextFull(lines, opening + 1)]) ? 3 : 0);
  return { ...bounds, head, opening, score };
}

function withoutSalutation(lines: readonly ScannedLine[], head: number, limit: number): LetterBounds {
  const bounds = closedFrom(lines, head + 1, limit);
  const prose = isProse(lines[nextFull(lines, head + 1)]);
  return { ...bounds, head, opening: -1, score: (bounds.closing >= 0 ? 6 : 3) + (prose ? 2 : 0) };
}

/** From the first line of the body to the closing, or to what surely is no letter any more. */
function closedFrom(lines: readonly ScannedLine[], from: number, limit: number) {
  const body = nextFull(lines, from);
  for (let at = body; at < limit; at++) {
    const line = lines[at];
    if (!line || line.blank) continue;
    if (isClosing(line)) return { body, end: at, closing: at, to: signedTo(lines, at + 1, limit) };
    if (isStop(line)) return { body, end: at, closing: -1, to: at };
  }
  return { body, end: limit, closing: -1, to: limit };
}

/** Who signed: the lines under the closing, up to an empty one. */
function signedTo(lines: readonly ScannedLine[], from: number, limit: number): number {
  let at = lines[from]?.blank ? nextFull(lines, from) : from;
  const start = at;
  while (at < Math.min(limit, start + 5)) {
    const line = lines[at];
    if (!line || line.blank || isStop(line) || line.text.length > 90 || isSomeoneElse(line)) break;
    at++;
  }
  return at > start ? at : from;
}

/** No signature but the address of somebody to write to. */
function isSomeoneElse({ text, tokens }: ScannedLine): boolean {
  return officeIn(tokens) !== null || /\d{4}/.test(text) || findEmails(text).length > 0;
}

/** Where a letter cannot go on. */
function isStop(line: ScannedLine): boolean {
  if (isSeparator(line.text)) return true;
  if (matchAt(lexicons.endOfLetter, line.tokens, 0)) return true;
  const heading = readHeading(line);
  return heading !== null && /^(?:targets|copies|sender|letter)$/.test(heading.kind) && line.text.length < 100;
}

/** The line that announces the letter, at most a few lines above its salutation; -1: none does. */
function headBefore(lines: readonly ScannedLine[], opening: number): number {
  for (let at = opening - 1, full = 0; at >= 0 && full < 10; at--) {
    const line = lines[at];
    if (!line || line.blank) continue;
    full++;
    if (readHeading(line)?.kind === "letter" || (full < 3 && announces(line))) return at;
    if (isSeparator(line.text) && full > 1) return -1;
  }
  return -1;
}

const letterWords = /letter|carta|lettre|brief|lettera|language|text|fax|appeal|편지|예문/;

function announces({ text, tokens }: ScannedLine): boolean {
  return /[:：]$/.test(text) && tokens.some(({ word }) => letterWords.test(word));
}

function isProse(line: ScannedLine | undefined): boolean {
  return line !== undefined && (line.text.length > 55 || /^[[“"]|[.!?…\]]$/.test(line.text)) && !isGreeting(line);
}

/** The next line with something on it; the number of lines if there is none. */
export function nextFull(lines: readonly ScannedLine[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.blank) at++;
  return at;
}

/** Without the day at its end, which belongs to whoever signs. */
function withoutDay(body: readonly ScannedLine[]): ScannedLine[] {
  const last = body.findLastIndex(({ blank }) => !blank);
  return last > 0 && day.test(body[last]?.text ?? "") ? body.slice(0, last) : [...body];
}

const day = /^(?:\d{4}\s?[년年]\s?\d{1,2}\s?[월月](?:\s?\d{1,2}\s?[일日])?|\d{1,2}[./]\d{1,2}[./]\d{4})\.?$/u;

/** The letter between its bounds; a subject that stands under the salutation is no part of its body. */
export function takeLetter(
  lines: readonly ScannedLine[],
  bounds: LetterBounds,
): Omit<FoundLetter, "language" | "subject"> {
  const headline = headlineOf(lines, bounds);
  const body = withoutDay(lines.slice(bounds.body, bounds.end));
  const own = body.filter((line) => line !== headline && !(line.at < bounds.body + 3 && isSubject(line)));
  const signed = bounds.closing < 0 ? [] : lines.slice(bounds.closing + 1, bounds.to).filter(({ blank }) => !blank);
  const from = bounds.opening >= 0 ? bounds.opening : bounds.body;
  return {
    opening: lines[bounds.opening]?.text ?? null,
    body: joinLines(own),
    closing: lines[bounds.closing]?.text ?? null,
    signOff: signed.length > 0 ? signed.map((line) => line.text).join("\n") : null,
    lines: lines.slice(from, bounds.to).flatMap((line) => (line.blank ? [] : line.numbers)),
    confidence: Math.min(0.97, 0.4 + bounds.score * 0.045),
  };
}
