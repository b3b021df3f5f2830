import { cutEnd } from "./cut-end";
import type { ReadDocument } from "@/lib/importing/lines";
import { findDates } from "./dates";
import type { Finding } from "./finding";
import { surest } from "./finding";
import type { LetterBounds } from "./letter";
import { matchAt } from "./lexicon";
import type { MailBlock } from "./mail-block";
import { isForwarded, senderOf, sendersOf } from "./mail-senders";
import { isOrganisation, organisationAt } from "./organisation";
import { readParty } from "./party";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import { banner, headsOf, partsOf, speaking, withoutShort } from "./speaker";
import { lexicons } from "./words";
import { speaksOfForwarding, type Zone } from "./zones";

/** `passed`: whether somebody passed it on. `senders`: names of who wrote it or passed it on that are no organisation's. */
export type Parties = {
  originator: Finding<string> | null;
  forwarder: Finding<string> | null;
  passed: boolean;
  senders: Finding<string>[];
};

/**
 * Who wrote an appeal and who passed it on. Without a sign that it was passed on, nobody forwarded it. Both are shown in public:
 * only an organisation is taken, for a private person may not want to be known.
 */
export function findParties(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  letters: readonly LetterBounds[],
  mails: readonly MailBlock[],
  headers: ReadDocument["headers"],
): Parties {
  const full = lines.filter(({ blank }) => !blank);
  const note = full.filter(({ at }) => zones[at] === "note");
  const passes = note.some(speaksOfForwarding) || mails.length > 0 || isForwarded(headers);
  const sent = passes ? senderOf(headers) : null;
  const passedOnBy = labelled(full, "forwarder");
  const outside = full.filter(({ at }) => zones[at] !== "letter");
  const named = [
    labelled(full, "originator"),
    ...outside.flatMap(written),
    ...headAndFoot(outside),
    ...sendersOf(lines, mails),
  ].filter((one) => one !== null);
  const forwarder = organisationIn(passedOnBy) ?? signedBelow(note) ?? organisationIn(sent);
  const heads = headsOf(full);
  const sites = sitesIn(full);
  const found = [
    ...named.map(organisationIn),
    ...outside.flatMap((line) => [...helped(line, sites), ...fromLine(line), ...speaking(line, heads)]),
    ...letterSignature(lines, letters),
    ...letterhead(full.filter(({ at }) => zones[at] === "appeal").slice(0, 6)),
    signedBelow(
      full.filter((line, n) => line.at >= lines.length - 15 && mayBeSigned(full, n, zones[line.at])),
      0.5,
    ),
  ].filter((one) => one !== null);
  const originator = surest(found.filter(({ value }) => value !== forwarder?.value));
  const senders = [passedOnBy, sent, ...named].flatMap(hidden);
  return { originator, forwarder, passed: passedOnBy !== null || forwarder !== null || sent !== null, senders };
}

/** The organisation among who is named, which may be shown. */
function organisationIn(one: Finding<string> | null): Finding<string> | null {
  const value = one && readParty(one.value).organisation;
  return value ? { ...one, value: withoutShort(value) } : null;
}

/** The private person among who is named. */
function hidden(one: Finding<string> | null): Finding<string>[] {
  const value = one && readParty(one.value).person;
  return value ? [{ ...one, value }] : [];
}

function labelled(lines: readonly ScannedLine[], label: "originator" | "forwarder"): Finding<string> | null {
  for (const line of lines) {
    if (line.text.length > 200) continue;
    const [first] = segmentsOf(line.text, line.tokens);
    const value = first?.label === label ? first.text.replace(/\s?\([^)]{0,60}[:：][^)]{0,60}\)$/, "").trim() : "";
    if (value) return { value, lines: line.numbers, confidence: 0.97 };
  }
  return null;
}

/** In a list of targets a line may be the sender's that has an e-mail address in it, or that no address follows. */
function mayBeSigned(full: readonly ScannedLine[], at: number, zone: Zone | undefined): boolean {
  if (zone === "appeal" || zone === "sender") return true;
  if (zone !== "targets" && zone !== "copies") return false;
  return full[at]?.text.includes("@") === true || !full.slice(at).some(({ text }) => /\d{3}|@/.test(text));
}

/** The organisation that signs at the end of some lines. */
function signedBelow(lines: readonly ScannedLine[], confidence = 0.85): Finding<string> | null {
  const last = lines.slice(-6).filter(({ text }) => text.length < 100);
  const signed = last.flatMap(({ text, numbers }) =>
    /\bdesk\b/i.test(text) ? [] : (organisationIn({ value: bare(text), lines: numbers, confidence }) ?? []),
  );
  return signed.at(-1) ?? null;
}

// No name is longer.
const longest = 300;

function bare(text: string): string {
  const shown = text
    .slice(0, longest)
    .replace(/^[\s–—-]+/, "")
    .replace(/\s*[(<]?\S+@\S+[)>]?|\s*\(?https?:\S+/g, "")
    .replace(/,\s(?:[^,]{1,30}\d.*|.*\s(?:e-?mail|tel|tél|fax)\s?[.:].*)$/i, "");
  return cutEnd(shown, " ,.;");
}

/** "a letter written by X", "an appeal sent by the X". */
function written({ text, tokens, numbers }: ScannedLine): Finding<string>[] {
  return tokens.flatMap((_, at): Finding<string>[] => {
    const hit = matchAt(lexicons.by, tokens, at);
    const value = hit ? organisationAt(text, tokens, hit.to) : null;
    if (!value || !hit) return [];
    const known = isOrganisation(value);
    const confidence = isSource(tokens, at) ? 0.4 : known ? 0.9 : value.includes(" ") ? 0.6 : 0.55;
    return [{ value, lines: numbers, confidence }];
  });
}

const informs = /^(?:information|informations|report|reports|reported|informed|details|news|testimony|statements?)$/;

/** "According to information received from X": who told it need not be who wrote the appeal. */
function isSource(tokens: ScannedLine["tokens"], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 5), at + 1).map(({ word }) => word);
  return before.some((word) => informs.test(word)) || (before.includes("according") && before.includes("to"));
}

/** "Please help X …": who asks for help wrote it, if it is an organisation, or a web address in the text begins with its name. */
function helped({ text, tokens, numbers }: ScannedLine, sites: ReadonlySet<string>): Finding<string>[] {
  return tokens.flatMap(({ word }, at): Finding<string>[] => {
    if (!/^(?:help|join|support)$/.test(word) || tokens[at - 1]?.word !== "please") return [];
    const value = organisationAt(text, tokens, at + 1) ?? "";
    const own = value.length > 5 && [...sites].some((site) => site.startsWith(value.toLowerCase()));
    const one = { value, lines: numbers, confidence: isOrganisation(value) ? 0.9 : 0.55 };
    return own ? [one] : [organisationIn(one) ?? []].flat();
  });
}

/** The first words of the web addresses in a text. */
function sitesIn(lines: readonly ScannedLine[]): Set<string> {
  const sites = lines.flatMap(({ text }) =>
    text.includes("://") ? [...text.slice(0, 2000).matchAll(/:\/\/(?:www\.)?([a-z\d-]{3,60})\./gi)] : [],
  );
  return new Set(sites.map(([, site = ""]) => site.toLowerCase()));
}

/** "From Amnesty International": a line of its own. */
function fromLine({ text, numbers, at }: ScannedLine): Finding<string>[] {
  if (at >= 40) return [];
  const [, value = ""] = /^(?:[Ff][Rr][Oo][Mm]|By|Von|Par)\s(?:the\s)?(\p{Lu}[^.!?:@]{2,80})$/u.exec(text) ?? [];
  const one = value ? organisationIn({ value, lines: numbers, confidence: 0.88 }) : null;
  return one ? [one] : [];
}

/** A letter that is signed by an organisation was written by it. */
function letterSignature(lines: readonly ScannedLine[], letters: readonly LetterBounds[]): Finding<string>[] {
  return letters.flatMap(({ closing, to }) => {
    const signed = closing < 0 ? [] : lines.slice(closing + 1, to);
    const [first] = signed.flatMap(
      ({ text, numbers }) => organisationIn({ value: bare(text), lines: numbers, confidence: 0.7 }) ?? [],
    );
    return first ? [first] : [];
  });
}

/** A name that stands alone in the head, and again at the beginning of one of the last lines. */
function headAndFoot(full: readonly ScannedLine[]): Finding<string>[] {
  const foot = full.slice(Math.max(6, full.length - 4)).map(({ text }) => text.slice(0, longest));
  return full.slice(0, 4).flatMap(({ text, numbers }): Finding<string>[] => {
    const [part = ""] = text.length < 140 ? partsOf(text) : [];
    if (!isNameLike(part)) return [];
    const again = foot.find(
      (line) => line.toLowerCase().startsWith(part.toLowerCase()) && !/^[\p{L}\d]/u.test(line.slice(part.length)),
    );
    return again ? [{ value: again.slice(0, part.length), lines: numbers, confidence: 0.74 }] : [];
  });
}

/** The head of the text: a line that names an organisation, also beside "Urgent appeal". */
function letterhead(lines: readonly ScannedLine[]): Finding<string>[] {
  return lines.flatMap(({ text, tokens, numbers }): Finding<string>[] => {
    if (text.length > 110) return [];
    const [date] = findDates(text, tokens);
    const parts = partsOf(date ? text.replace(date.raw, "") : text);
    const named = parts.flatMap((part) => (banner.test(part) ? [] : (readParty(bare(part)).organisation ?? [])));
    return named.slice(0, 1).map((value) => ({ value, lines: numbers, confidence: 0.72 }));
  });
}

function isNameLike(text: string): boolean {
  const words = text.split(" ");
  return (
    words.length > 1 &&
    words.length < 7 &&
    words.every((word, at) => /^\p{Lu}[\p{L}'’]+$/u.test(word) || (at > 0 && /^\p{Ll}{1,8}$/u.test(word)))
  );
}
