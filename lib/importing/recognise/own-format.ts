import { type BareLine, bareLines } from "@/lib/importing/appeal-text/bare-lines";
import { codeIn } from "@/lib/importing/appeal-text/field";
import { isHeadLine } from "@/lib/importing/appeal-text/mail-head";
import { readHead } from "@/lib/importing/appeal-text/read-head";
import { readLetter } from "@/lib/importing/appeal-text/read-letter";
import { readList } from "@/lib/importing/appeal-text/read-list";
import { readRecipients } from "@/lib/importing/appeal-text/read-recipients";
import { numbersOf, textOf } from "@/lib/importing/appeal-text/read-text";
import { type KindMark, type Mark, splitMark } from "@/lib/importing/appeal-text/words";
import type { Draft, FoundText } from "@/lib/importing/schema";
import { findOwnClosings } from "./own-closings";

type Parts = Partial<Record<Mark, BareLine[]>>;

/**
 * Reads an appeal that was written by `writeAppeal` (docs/appeal-text.md), however deep it is quoted, with whatever stands
 * above and below it. What stands above becomes the forwarder's note. Null for any other text.
 * @param text decoded, as it came: what is repaired in other appeals would be damaged here
 */
export function readOwnFormat(text: string): Draft | null {
  const lines = singleSpaced(bareLines(text));
  const start = lines.findIndex(({ text: line }) => splitMark(line)?.kind);
  const kind = splitMark(lines[start]?.text ?? "")?.kind;
  if (!kind || lines.some(({ text: line }) => isDamaged(line))) return null;
  const { head, parts } = partsOf(lines.slice(start + 1));
  // Somebody else may write "=== STOP ===", but will not end as we do.
  if (!parts.end && !parts.letterEnd) return null;
  return draftOf(kind, { above: lines.slice(0, start), mark: lines[start], head, parts });
}

/** Without the empty lines of an archive that put one after each line: then three stand where we write one, below a mark. */
function singleSpaced(lines: BareLine[]): BareLine[] {
  const start = lines.findIndex(({ text }) => splitMark(text)?.kind);
  const below = lines.slice(start + 1, start + 4);
  if (start < 0 || below.length < 3 || below.some(({ text }) => text !== "")) return lines;
  return lines.filter(({ text }, at) => text !== "" || (at - start) % 2 === 0);
}

/** The end says how it is encoded, with a sign that suffers where somebody read it otherwise: then the text needs repair. */
function isDamaged(line: string): boolean {
  return line.startsWith("===") && line.endsWith("UTF-8 ===") && splitMark(line)?.mark !== "end";
}

/** The lines under each mark; `head` are those before the first. Below the end nothing is read. */
function partsOf(lines: BareLine[]): { head: BareLine[]; parts: Parts } {
  const head: BareLine[] = [];
  const parts: Parts = {};
  let part = head;
  for (const line of lines) {
    const mark = splitMark(line.text)?.mark;
    if (mark) {
      part = parts[mark] ?? [];
      parts[mark] = part;
      if (mark === "end") break;
    } else part.push(line);
  }
  return { head, parts };
}

type Read = { above: BareLine[]; mark: BareLine | undefined; head: BareLine[]; parts: Parts };

function draftOf(kind: KindMark, { above, mark, head, parts }: Read): Draft {
  const { values, traces, status } = readHead(head);
  const { recipients, embassy } = readRecipients(parts.to ?? [], "to");
  const copies = readRecipients(parts.copy ?? [], "copy").recipients;
  const letter = parts.letter ? readLetter(parts.letter, values.language) : null;
  const all = [...recipients, ...copies];
  return {
    ...values,
    kind: kind === "none" ? null : kind,
    persons: readList(parts.people ?? []).map(({ text: name, ...rest }) => ({ name, ...rest })),
    recipients: all,
    embassyOf: codeIn(embassy?.text, "country"),
    letter,
    note: found(above.filter(({ text }) => !isHeadLine(text))),
    summary: parts.summary ? found(parts.summary) : null,
    background: parts.case ? found(parts.case) : null,
    requests: readList(parts.requests ?? []),
    repairs: [],
    lossy: [],
    warnings: [
      ...status.map(({ code, text, lines }) => ({ code, values: { status: text }, lines })),
      ...(parts.people ? [] : [{ code: "no-person", values: {}, lines: [] }]),
      ...findOwnClosings({ letter, recipients: all }),
    ],
    traces: {
      ...traces,
      ...(mark && kind !== "none" && { kind: { lines: [mark.number], confidence: 1 } }),
      ...(embassy && { embassyOf: { lines: embassy.lines, confidence: 1 } }),
    },
    confidence: 1,
  };
}

function found(lines: BareLine[]): FoundText | null {
  const numbers = numbersOf(lines);
  return numbers.length === 0 ? null : { text: textOf(lines, 72), lines: numbers, confidence: 1 };
}
