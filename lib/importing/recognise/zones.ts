import { matchAt } from "./lexicon";
import { findDates } from "./dates";
import { readHeading } from "./heading";
import { nextFull, type LetterBounds } from "./letter";
import { isForwardMarker, type MailBlock } from "./mail-block";
import { isGreeting } from "./salutation";
import type { ScannedLine } from "./scan";
import { findLabels } from "./segments";
import { isSignature } from "./signature";
import { isSeparator } from "./separator";
import { headings, lexicons, type Heading } from "./words";

/** The part of an appeal that a line belongs to. `mail`: the head of a forwarded mail. `edge`: a line that only divides. */
export type Zone = Exclude<Heading, "links"> | "appeal" | "mail" | "edge";

/**
 * Splits an appeal: each line gets the part it belongs to. A heading opens a part, a separator or another heading ends it.
 * The line of a heading itself belongs to its part if something stands behind its colon, else to `edge`.
 */
export function divide(
  lines: readonly ScannedLine[],
  letters: readonly LetterBounds[],
  mails: readonly MailBlock[],
): Zone[] {
  const lettered = new Set(letters.flatMap((one) => lines.slice(start(one), one.to).map(({ at }) => at)));
  const mailed = new Set(mails.flatMap(({ from, to }) => lines.slice(from, to).map(({ at }) => at)));
  let open: Zone = "appeal";
  const zones = lines.map((line): Zone => {
    const own: Zone | null = lettered.has(line.at) ? "letter" : mailed.has(line.at) ? "mail" : null;
    const step = own ? { zone: own, open: "appeal" as const } : zoneOf(lines, line, open);
    open = step.open;
    return step.zone;
  });
  return withNote(lines, zones, letters);
}

/** "Address:" within a list of targets opens no new one. */
function isPartOfList({ text, tokens }: ScannedLine, zone: Zone): boolean {
  if (zone !== "targets" && zone !== "copies") return false;
  const label = findLabels(text, tokens)[0];
  return label?.start === 0 && label.strong && label.label === "post";
}

/** "URGENT ACTION" on a line of its own: a new page or part begins. */
function isBanner(text: string): boolean {
  return (
    text.length < 40 &&
    /^\W{0,3}(?:urgent action|urgent appeal|action urgente|acci[oó]n urgente|eilaktion|azione urgente|appel urgent)\W{0,3}$/i.test(
      text,
    )
  );
}

/** A long sentence on how to reach the sender: it ends no part. */
function isAboutSender({ text, tokens }: ScannedLine): boolean {
  return text.length > 140 && matchAt(headings, tokens, 0)?.value === "sender";
}

/** The part of a line outside of letters, and the part that is open behind it. */
function zoneOf(lines: readonly ScannedLine[], line: ScannedLine, open: Zone): { zone: Zone; open: Zone } {
  if (line.blank) return { zone: open, open };
  if (isEdge(line)) {
    if (line.text === "--") return { zone: "edge", open: "sender" };
    return { zone: "edge", open: goesOn(lines, line.at, open) ? open : "appeal" };
  }
  const before = isBanner(line.text) ? "appeal" : open;
  if (isAboutSender(line)) return { zone: "sender", open: before };
  const heading = isPartOfList(line, before) ? null : readHeading(line);
  if (heading) {
    const zone = heading.kind === "letter" || heading.kind === "links" ? "appeal" : heading.kind;
    return { zone: heading.rest || zone === "sender" ? zone : "edge", open: zone };
  }
  const signed =
    /^(?:targets|copies)$/.test(before) && (isThanks(line) || isDateline(line) || isSignature(lines, line));
  return signed ? { zone: "sender", open: "sender" } : { zone: before, open: before };
}

function start({ opening, body }: LetterBounds): number {
  return opening >= 0 ? opening : body;
}

/** A list of addresses goes on behind a line that underlines its heading or divides two of them. */
function goesOn(lines: readonly ScannedLine[], at: number, zone: Zone): boolean {
  if (zone !== "targets" && zone !== "copies") return false;
  const before = lines[at - 1];
  if (before && readHeading(before)) return true;
  const next = lines[nextFull(lines, at + 1)];
  if (!next || readHeading(next)) return false;
  return /^\(?\d/.test(next.bullet) || matchAt(lexicons.offices, next.tokens, 0) !== null;
}

/** "Geneva, 18 June 2009": where and when the sender signs. */
function isDateline({ text, tokens }: ScannedLine): boolean {
  const [date] = text.length < 60 ? findDates(text, tokens) : [];
  if (findLabels(text, tokens)[0]?.label === "date") return false;
  return date !== undefined && text.length - (date.end - date.start) < 28;
}

/** "Thank you." on a line of its own: after it the sender signs. */
export function isThanks({ tokens, text }: ScannedLine): boolean {
  return text.length < 70 && matchAt(lexicons.thanks, tokens, 0) !== null;
}

/** What stands above an edge, if it speaks to the readers or passes something on: the forwarder's note. */
function withNote(lines: readonly ScannedLine[], zones: Zone[], letters: readonly LetterBounds[]): Zone[] {
  const letter = Math.min(...letters.map(start), lines.length * 0.6);
  const list = zones.indexOf("targets");
  const last = list < 0 ? letter : Math.min(letter, list);
  const edges = lines.filter(
    ({ at, blank }) => !blank && at > 0 && at <= last && zones[at] === "edge" && isEdge(lines[at]),
  );
  const mail = zones.indexOf("mail");
  const ends = [...edges.map(({ at }) => at), ...(mail > 0 && mail <= last ? [mail] : [])].toSorted((a, b) => a - b);
  const at =
    ends.findLast((end) => passesOn(lines, end)) ?? ends.slice(0, 1).find((end) => speaksToReaders(lines, end, mail));
  if (at === undefined) return zones;
  return zones.map((zone, n) => (n < at && zone !== "mail" && zone !== "edge" ? "note" : zone));
}

function isEdge(line: ScannedLine | undefined): boolean {
  return line !== undefined && (isForwardMarker(line.text) || isSeparator(line.text));
}

/** Somebody says above an edge that this is forwarded, and the edge may say so itself. */
function passesOn(lines: readonly ScannedLine[], end: number): boolean {
  const above = lines.slice(Math.max(0, end - 30), end);
  return (
    above.some(({ tokens }) => tokens.some(({ word }) => forwards.test(word))) ||
    isForwardMarker(lines[end]?.text ?? "")
  );
}

const forwards =
  /^(?:forward(?:s|ed|ing)?|fwd|weiterleit\w*|weitergeleitet\w*|reenvi\w*|encaminh\w*|reencaminh\w*|inoltr\w*|transmett\w*|transmis\w*|relay\w*|relayons)$/;

function speaksToReaders(lines: readonly ScannedLine[], end: number, mail: number): boolean {
  const above = lines.slice(0, end).filter(({ blank }) => !blank);
  return above.length > 0 && (end === mail || above.some((line) => isGreeting(line) || speaksOfForwarding(line)));
}

/** Whether a line says that it passes on what somebody else wrote. */
export function speaksOfForwarding({ tokens }: ScannedLine): boolean {
  return tokens.some((_, at) => matchAt(lexicons.forwarding, tokens, at));
}
