import { findContacts } from "./contacts";
import { findPlaces } from "./countries";
import { readHolder } from "./holder";
import { matchAt } from "./lexicon";
import { isPrivate } from "./personal";
import { piecesOf } from "./pieces";
import { isProse } from "./prose-line";
import { newRecipient, type RawRecipient } from "./raw-recipient";
import type { ScannedLine } from "./scan";
import { findLabels, segmentsOf, type Segment } from "./segments";
import { takeSegment } from "./take-segment";
import { tokensOf } from "./tokens";
import { lexicons, type Label } from "./words";

/**
 * Reads recipients that stand as blocks: a head (office, name, body), an address, and labelled ways to reach them.
 * @param lines of one part of the appeal, with its empty lines
 * @param loose whether other things may stand among them, so that only what is known as a head begins somebody
 */
export function readBlocks(
  lines: readonly ScannedLine[],
  role: "to" | "copy",
  confidence: number,
  loose = false,
): RawRecipient[] {
  const found: RawRecipient[] = [];
  let gap = true;
  let skipped: ScannedLine[] = [];
  let pending: Label | null = null;
  let dialled: Label | null = null;
  for (const line of lines.map(withoutAnd)) {
    if (line.blank || isProse(line) || isForm(line)) {
      gap = true;
      skipped = [];
      continue;
    }
    const segments = withPending(segmentsOf(line.text, line.tokens), isNumber(line.text) ? dialled : null);
    const last = found.at(-1);
    const started = !last || begins(line, segments, last, gap);
    if (isStray(line, segments, started ? null : last, gap, loose)) {
      skipped.push(line);
      continue;
    }
    // What was no head that is known still stands between this address and who was read before.
    const current = last && !started && skipped.length === 0 ? last : newRecipient(role, confidence);
    if (last && !started) for (const head of skipped) takeUnknown(current, head);
    skipped = [];
    if (current !== last) found.push(current);
    gap = false;
    current.lines.push(...line.numbers);
    for (const segment of withPending(segments, pending)) takeSegment(current, segment, line, segments.length > 1);
    const open = segments.at(-1);
    pending = open?.label && !open.text.trim() ? open.label : null;
    dialled = open?.label === "fax" || open?.label === "telephone" ? open.label : null;
  }
  return found.filter(isSomebody);
}

function takeUnknown(current: RawRecipient, line: ScannedLine): void {
  current.lines.push(...line.numbers);
  takeSegment(current, { label: null, text: line.text, start: 0 }, line, false);
}

/** "and Mr. …": the next of a list. */
function withoutAnd(line: ScannedLine): ScannedLine {
  const led = /^(?:and|und|et|y|e)\s(?=\p{Lu})/u.exec(line.text)?.[0];
  return led ? { ...line, text: line.text.slice(led.length), tokens: tokensOf(line.text.slice(led.length)) } : line;
}

/** Neither the head of somebody nor a part of who is being read. */
function isStray(
  line: ScannedLine,
  segments: readonly Segment[],
  current: RawRecipient | null | undefined,
  gap: boolean,
  loose: boolean,
): boolean {
  const [first] = segments;
  if (!first || first.label !== null || segments.length > 1 || isPrivate(line.tokens)) return false;
  if (current) return gap && isComplete(current) && findContacts(line.text, line.tokens).length === 0;
  const holder = readHolder(piecesOf(first.text)[0] ?? "") ?? readHolder(piecesOf(first.text)[1] ?? "");
  if (holder || /^\(?\d/.test(line.bullet)) return false;
  return loose || (findContacts(line.text, line.tokens).length === 0 && !/^\p{Lu}[^.!?]{3,80}$/u.test(line.text));
}

/** A second number below the first, without a label of its own. */
function isNumber(text: string): boolean {
  return /^[+(\d][\d\s()./–-]{6,60}$/.test(text) && text.replace(/\D/g, "").length > 6;
}

/** A label alone on its line speaks of the next one. */
function withPending(segments: Segment[], pending: Label | null): Segment[] {
  const [first, ...rest] = segments;
  return first && pending && first.label === null ? [{ ...first, label: pending }, ...rest] : segments;
}

function isSomebody(one: RawRecipient): boolean {
  return (
    one.contacts.length > 0 ||
    one.name !== null ||
    one.office !== null ||
    (one.organisation !== null && one.post.length > 0)
  );
}

/** "Name Address 1 Address 2 Fax Fax number": places to fill in, and nobody. */
function isForm({ text, tokens }: ScannedLine): boolean {
  return findLabels(text, tokens).length > 4 && !/\d{3}|@/.test(text);
}

/** Whether somebody else begins at a line. */
function begins(line: ScannedLine, segments: readonly Segment[], current: RawRecipient, gap: boolean): boolean {
  const [first] = segments;
  if (first?.label === "name" || first?.label === "office") return isComplete(current) || current[first.label] !== null;
  if (isPrivate(line.tokens) && (gap || isComplete(current))) return true;
  if (!first || first.label !== null) return false;
  if (/^\(?\d/.test(line.bullet)) return true;
  if (gap && isComplete(current) && isNamedContact(first.text)) return true;
  const holder = readHolder(piecesOf(first.text)[0] ?? "");
  if (!holder || findContacts(first.text, tokensOf(first.text)).length > 0) return false;
  const headed = holder.office !== null || startsWithTitle(line);
  if (isComplete(current)) return gap || headed || /^[•·●▪■*]/.test(line.bullet);
  if (line.bullet && headed && current.post.length > 0) return true;
  return gap && current.lines.length > 1 && (headed || current.post.length > 0 || current.contacts.length > 0);
}

/** "Network of Pens, pens@…": an address with somebody's name before it. */
function isNamedContact(text: string): boolean {
  const [contact] = findContacts(text, tokensOf(text));
  return contact !== undefined && /^\p{Lu}.{3}/u.test(text) && contact.start > 5;
}

function startsWithTitle({ tokens }: ScannedLine): boolean {
  return matchAt(lexicons.honorifics, tokens, 0) !== null;
}

/** Nothing more is to be expected: there is a way to reach them, or the address has come to its country. */
function isComplete({ contacts, post, salutation }: RawRecipient): boolean {
  if (contacts.length > 0 || salutation !== null) return true;
  const last = tokensOf(post.at(-1)?.text ?? "");
  return post.length > 1 && findPlaces(last).some(({ by, to }) => by === "name" && to === last.length);
}
