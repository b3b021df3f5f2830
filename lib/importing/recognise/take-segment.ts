import { cutEnd } from "./cut-end";
import { findContacts, findLinks } from "./contacts";
import { findEmails } from "./emails";
import { officeIn, readHolder, type Holder } from "./holder";
import { matchAt } from "./lexicon";
import { isMixed, piecesOf } from "./pieces";
import type { RawRecipient } from "./raw-recipient";
import type { ScannedLine } from "./scan";
import type { Segment } from "./segments";
import { tokensOf } from "./tokens";
import { lexicons, type Label } from "./words";

/** Takes what a stretch of a line says of a recipient. `mixed`: other stretches stand in the line too. */
export function takeSegment(current: RawRecipient, segment: Segment, line: ScannedLine, mixed: boolean) {
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
    const before = cutEnd(text.slice(0, contacts[0]?.start), " <(–-");
    if (before.length > 3) takeHead(current, before, line, mixed);
    return;
  }
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return;
  const whole = /^special rapporteur on [^\d:;]{5,150}$/i.test(text);
  const pieces = whole ? [text] : mixed || (current.post.length === 0 && isMixed(text)) ? piecesOf(text) : [text];
  for (const piece of joinOffices(pieces)) takePiece(current, piece, line.numbers);
}

/** "Garde des Sceaux, ministre de la Justice": two titles of one office. */
function joinOffices(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && isOfficeAlone(last) && isOfficeAlone(piece))
      joined[joined.length - 1] = `${last}, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

function isOfficeAlone(piece: string): boolean {
  const holder = readHolder(piece);
  return holder !== null && holder.office !== null && holder.name === null && holder.organisation === null;
}

// What cannot be the end of an office's title: it goes on in the next line.
const dangling =
  /\b(?:of|the|for|and|de|du|der|des|provincial|national|regional|federal|central|municipal|district|supreme|state|royal|&)$/i;

function takePiece(current: RawRecipient, piece: string, numbers: number[]) {
  const fresh = current.post.length === 0;
  if (current.office && building.test(piece)) {
    current.post.push({ text: piece.replace(/[.,;]$/, ""), lines: numbers });
    return;
  }
  if (fresh && current.office && !current.name && !current.organisation && dangling.test(current.office)) {
    current.office = `${current.office} ${piece}`;
    return;
  }
  if (isTitleAlone(piece)) return;
  const holder = fresh && !/^c\/o\b/i.test(piece) ? readHolder(piece) : null;
  if (holder?.office && !holder.name && current.name && rank.test(current.office ?? "")) {
    current.name = `${current.office} ${current.name}`;
    current.office = null;
  }
  if (holder && accepts(current, holder, piece)) {
    current.name ??= holder.name;
    current.office ??= holder.office;
    current.organisation ??= holder.organisation;
    return;
  }
  if (isUnknownBody(current, piece)) current.organisation = piece.replace(/[.,;:،؛，；]$/, "");
  else if (piece) current.post.push({ text: piece.replace(/[.,;،؛，；]$/, ""), lines: numbers });
}

// "Deputy Director General Jane Doe" on one line and "Chief" on the next: the first is a rank, the second the office.
const rank = /\b(?:director general|superintendent|inspector|constable|marshal)$/i;

// "New Secretariat": where an office is, and no body it belongs to.
const building = /^(?:[\p{Lu}][\p{L}.]{1,20}\s){1,3}Secretariat$/u;

/** A name that no list has, at the head of a block. */
function isUnknownBody({ name, office, organisation, post }: RawRecipient, piece: string): boolean {
  return !name && !office && !organisation && post.length === 0 && /^\p{Lu}[^\d@]{3,80}$/u.test(piece);
}

/** "His Excellency" on a line of its own. */
function isTitleAlone(piece: string): boolean {
  const tokens = tokensOf(piece);
  const hit = matchAt(lexicons.honorifics, tokens, 0);
  return hit !== null && hit.to === tokens.length && officeIn(tokens) === null;
}

/** Whether the head still has room for it. A name behind the body needs a title, else it may be a street in another script. */
function accepts(current: RawRecipient, { name, office, organisation }: Holder, piece: string): boolean {
  if (name && current.name) return false;
  if (name && !office && current.organisation && matchAt(lexicons.honorifics, tokensOf(piece), 0) === null)
    return false;
  if (office && current.office)
    return name !== null && tokensOf(current.office).some(({ word }) => word === tokensOf(office)[0]?.word);
  return !(organisation && current.organisation);
}
