import { matchAt } from "./lexicon";
import { findDates } from "./dates";
import { readHeading } from "./heading";
import { nextFull, type LetterBounds } from "./letter";
import { isForwardMarker, type MailBlock } from "./mail-block";
import { isGreeting } from "./salutation";
import type { ScannedLine } from "./scan";
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
  let zone: Zone = "appeal";
  const lettered = new Set(letters.flatMap((one) => lines.slice(start(one), one.to).map(({ at }) => at)));
  const mailed = new Set(mails.flatMap(({ from, to }) => lines.slice(from, to).map(({ at }) => at)));
  const zones = lines.map((line): Zone => {
    if (lettered.has(line.at)) {
      zone = "appeal";
      return "letter";
    }
    if (mailed.has(line.at)) {
      zone = "appeal";
      return "mail";
    }
    if (line.blank) return zone;
    if (isSeparator(line.text) || isForwardMarker(line.text)) {
      if (line.text === "--") zone = "sender";
      else if (!goesOn(lines, line.at, zone)) zone = "appeal";
      return "edge";
    }
    if (isBanner(line.text)) zone = "appeal";
    if (isAboutSender(line)) return "sender";
    const heading = readHeading(line);
    if (heading) {
      zone = heading.kind === "letter" || heading.kind === "links" ? "appeal" : heading.kind;
      return heading.rest || zone === "sender" ? zone : "edge";
    }
    if (/^(?:targets|copies)$/.test(zone) && (isThanks(line) || isDateline(line))) zone = "sender";
    return zone;
  });
  return withNote(lines, zones, letters);
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
  return date !== undefined && text.length - (date.end - date.start) < 28;
}

/** "Thank you." on a line of its own: after it the sender signs. */
export function isThanks({ tokens, text }: ScannedLine): boolean {
  return text.length < 70 && matchAt(lexicons.thanks, tokens, 0) !== null;
}

/** What stands above the first edge, if it speaks to the readers or passes something on: the forwarder's note. */
function withNote(lines: readonly ScannedLine[], zones: Zone[], letters: readonly LetterBounds[]): Zone[] {
  const edge = lines.findIndex((line) => isForwardMarker(line.text) || (isSeparator(line.text) && !line.blank));
  const mail = zones.indexOf("mail");
  const at = [edge, mail].filter((one) => one > 0).toSorted((one, other) => one - other)[0];
  if (!at || at > lines.length * 0.6 || letters.some((one) => start(one) < at)) return zones;
  const above = lines.slice(0, at).filter(({ blank }) => !blank);
  const forwards =
    at === mail || lines.slice(0, at + 1).some((line) => isForwardMarker(line.text) || speaksOfForwarding(line));
  const greets = above.some(isGreeting);
  if (!above.length || (!forwards && !greets) || zones.slice(0, at).includes("targets")) return zones;
  return zones.map((zone, n) => (n < at && zone !== "mail" && zone !== "edge" ? "note" : zone));
}

/** Whether a line says that it passes on what somebody else wrote. */
export function speaksOfForwarding({ tokens }: ScannedLine): boolean {
  return tokens.some((_, at) => matchAt(lexicons.forwarding, tokens, at));
}
