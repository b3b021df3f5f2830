import type { FoundAddress } from "@/lib/importing/schema";
import { findContacts, findLinks, type Contact } from "./contacts";
import { findEmails } from "./emails";
import { officeIn, readHolder } from "./holder";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { findLabels, segmentsOf, type Segment } from "./segments";
import { tokensOf } from "./tokens";
import { lexicons, type Label } from "./words";
import { findPlaces } from "./countries";

/** A recipient while it is read: as it stood there, its numbers not yet dialled and its country not yet known. */
export type RawRecipient = {
  role: "to" | "copy";
  name: string | null;
  office: string | null;
  organisation: string | null;
  country: string | null;
  language: string | null;
  salutation: string | null;
  closing: string | null;
  contacts: (Contact & { lines: number[] })[];
  post: { text: string; lines: number[] }[];
  /** The address was given as one, by a label. */
  posted: boolean;
  lines: number[];
  confidence: number;
};

export function newRecipient(role: "to" | "copy", confidence: number): RawRecipient {
  const nobody = { name: null, office: null, organisation: null, country: null, language: null };
  return {
    role,
    ...nobody,
    salutation: null,
    closing: null,
    contacts: [],
    post: [],
    posted: false,
    lines: [],
    confidence,
  };
}

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
  let pending: Label | null = null;
  for (const line of lines) {
    if (line.blank) {
      gap = true;
      continue;
    }
    if (isProse(line) || isForm(line)) {
      gap = true;
      continue;
    }
    const segments = segmentsOf(line.text, line.tokens);
    const last = found.at(-1);
    const started = !last || begins(line, segments, last, gap);
    if (isStray(line, segments, started ? null : last, gap, loose)) continue;
    const current = last && !started ? last : newRecipient(role, confidence);
    if (current !== last) found.push(current);
    gap = false;
    current.lines.push(...line.numbers);
    for (const segment of withPending(segments, pending)) takeSegment(current, segment, line, segments.length > 1);
    const open = segments.at(-1);
    pending = open?.label && !open.text.trim() ? open.label : null;
  }
  return found.filter(isSomebody);
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
  if (!first || first.label !== null || segments.length > 1) return false;
  if (current) return gap && isComplete(current) && findContacts(line.text, line.tokens).length === 0;
  const holder = readHolder(piecesOf(first.text)[0] ?? "") ?? readHolder(piecesOf(first.text)[1] ?? "");
  if (holder || /^\(?\d/.test(line.bullet)) return false;
  return loose || (findContacts(line.text, line.tokens).length === 0 && !/^\p{Lu}[^.!?]{3,80}$/u.test(line.text));
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

/** A sentence, not a line of an address. */
export function isProse({ text, tokens }: ScannedLine): boolean {
  if (tokens.some((_, at) => matchAt(lexicons.calling, tokens, at))) return true;
  const segments = segmentsOf(text, tokens);
  if (segments[0]?.label || isListOfMails(text)) return false;
  if (tokens.length > 8 && matchAt(lexicons.writing, tokens, 0) && /^\S+\s\p{Ll}/u.test(text)) return true;
  if (tokens.length < 10 || segments.length > 1) return false;
  const low = tokens.filter((token) => /^\p{Ll}/u.test(token.text)).length;
  return low / tokens.length > 0.55;
}

function isListOfMails(text: string): boolean {
  const length = findEmails(text).reduce((sum, { raw }) => sum + raw.length, 0);
  return length > text.length * 0.6;
}

/** "Name Address 1 Address 2 Fax Fax number": places to fill in, and nobody. */
function isForm({ text, tokens }: ScannedLine): boolean {
  return findLabels(text, tokens).length > 4 && !/\d{3}|@/.test(text);
}

/** Whether somebody else begins at a line. */
function begins(line: ScannedLine, segments: readonly Segment[], current: RawRecipient, gap: boolean): boolean {
  const [first] = segments;
  if (first?.label === "name" || first?.label === "office") return isComplete(current) || current[first.label] !== null;
  if (!first || first.label !== null) return false;
  if (/^\(?\d/.test(line.bullet)) return true;
  const holder = readHolder(piecesOf(first.text)[0] ?? "");
  if (!holder || findContacts(first.text, tokensOf(first.text)).length > 0) return false;
  const headed = holder.office !== null || startsWithTitle(line);
  if (isComplete(current)) return gap || headed || /^[•·●▪■*]/.test(line.bullet);
  if (line.bullet && headed && current.post.length > 0) return true;
  return gap && current.lines.length > 1 && (headed || current.post.length > 0 || current.contacts.length > 0);
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

function takeSegment(current: RawRecipient, segment: Segment, line: ScannedLine, mixed: boolean) {
  const text = segment.text.trim().replace(/^[–—-]\s+/, "");
  if (segment.label === null) takeHead(current, text, line, mixed);
  else if (segment.label === "post" && findEmails(text).length === 0) takePost(current, text, line.numbers);
  else takeLabelled(current, segment.label, text, line);
}

const plain = ["name", "office", "organisation", "country", "language", "salutation", "closing"] as const;

function takeLabelled(current: RawRecipient, label: Label, text: string, line: ScannedLine) {
  const field = plain.find((one) => one === label);
  if (field && text) current[field] ??= text.replace(/^["“'‘]|["”'’]$/g, "");
  if (field) return;
  const name = { fax: "fax ", telephone: "tel ", email: "", post: "" }[label as string];
  if (label === "web-form") {
    current.contacts.push(
      ...findLinks(text).map((one) => ({ ...one, channel: label, value: one.raw, lines: line.numbers })),
    );
  }
  if (name === undefined) return;
  const shown = `${name}${text}`;
  current.contacts.push(...findContacts(shown, tokensOf(shown)).map((one) => ({ ...one, lines: line.numbers })));
}

function takePost(current: RawRecipient, text: string, numbers: number[]) {
  current.posted = true;
  for (const piece of text.split(/\s*[|]\s*/)) if (piece) current.post.push({ text: piece, lines: numbers });
}

/** What has no label: first the head, then the address. A bare e-mail address or a link is no line of it. */
function takeHead(current: RawRecipient, text: string, line: ScannedLine, mixed: boolean) {
  const contacts = findContacts(text, tokensOf(text));
  if (contacts.length > 0) {
    current.contacts.push(...contacts.map((one) => ({ ...one, lines: line.numbers })));
    const before = text.slice(0, contacts[0]?.start).replace(/[<(\s–-]+$/, "");
    if (before.length > 3) takeHead(current, before, line, mixed);
    return;
  }
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return;
  const pieces = mixed || (current.post.length === 0 && isMixed(text)) ? piecesOf(text) : [text];
  for (const piece of pieces) takePiece(current, piece, line.numbers);
}

/** A line with a person and an office in it, or with half an address behind them. */
function isMixed(text: string): boolean {
  if (!/[,;:–—(-]/.test(text)) return false;
  const [first = "", ...rest] = piecesOf(text);
  return rest.length > 0 && (readHolder(first) !== null || rest.some((piece) => officeIn(tokensOf(piece)) !== null));
}

function piecesOf(text: string): string[] {
  return text
    .split(/\s*[,;]\s+|:\s+|\.\s{2,}/)
    .flatMap((piece) => (/\d/.test(piece) ? [piece] : piece.split(/\s+[–—-]\s+/)))
    .map((piece) => piece.trim())
    .filter(Boolean);
}

// What cannot be the end of an office's title: it goes on in the next line.
const dangling =
  /\b(?:of|the|for|and|de|du|der|des|provincial|national|regional|federal|central|municipal|district|supreme|state|royal|&)$/i;

function takePiece(current: RawRecipient, piece: string, numbers: number[]) {
  const fresh = current.post.length === 0;
  if (fresh && current.office && !current.name && !current.organisation && dangling.test(current.office)) {
    current.office = `${current.office} ${piece}`;
    return;
  }
  if (isTitleAlone(piece)) return;
  const holder = fresh && !/^c\/o\b/i.test(piece) ? readHolder(piece) : null;
  if (holder && accepts(current, holder, piece)) {
    current.name ??= holder.name;
    current.office ??= holder.office;
    current.organisation ??= holder.organisation;
    return;
  }
  if (piece) current.post.push({ text: piece.replace(/[.,;]$/, ""), lines: numbers });
}

/** "His Excellency" on a line of its own. */
function isTitleAlone(piece: string): boolean {
  const tokens = tokensOf(piece);
  const hit = matchAt(lexicons.honorifics, tokens, 0);
  return hit !== null && hit.to === tokens.length && officeIn(tokens) === null;
}

/** Whether the head still has room for it. A name behind the body needs a title, else it may be a street in another script. */
function accepts(
  current: RawRecipient,
  { name, office, organisation }: NonNullable<ReturnType<typeof readHolder>>,
  piece: string,
): boolean {
  if (name && current.name) return false;
  if (name && !office && current.organisation && matchAt(lexicons.honorifics, tokensOf(piece), 0) === null)
    return false;
  if (office && current.office)
    return name !== null && tokensOf(current.office).some(({ word }) => word === tokensOf(office)[0]?.word);
  return !(organisation && current.organisation);
}

/** The address for post, if what was read is one: with a number in it, or three lines that end in a country. */
export function postOf({ post, posted }: RawRecipient): FoundAddress[] {
  const named = post.some(({ text }) => findPlaces(tokensOf(text)).some(({ by }) => by === "name"));
  const numbered = post.some(({ text }) => /\d/.test(text));
  const parts = post.flatMap(({ text }) => text.split(/,\s/)).length;
  if (post.length === 0 || (!posted && !(numbered && parts > 1) && !(named && parts > 2))) return [];
  const value = post.map(({ text }) => text).join("\n");
  const lines = [...new Set(post.flatMap((one) => one.lines))];
  return [{ channel: "post", value, raw: value, lines, confidence: numbered ? 0.85 : 0.7 }];
}
