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
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import { banner, headsOf, partsOf, speaking, withoutShort } from "./speaker";
import { lexicons } from "./words";
import { speaksOfForwarding, type Zone } from "./zones";

/** `passed`: whether somebody passed it on. `senders`: names in the heads of mails that are no organisation's. */
export type Parties = {
  originator: Finding<string> | null;
  forwarder: Finding<string> | null;
  passed: boolean;
  senders: Finding<string>[];
};

/**
 * Who wrote an appeal and who passed it on. Without a sign that it was passed on, nobody forwarded it. Both are shown in public:
 * of the heads of mails only an organisation is taken, for a private person may not want to be known.
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
  const mailed = sendersOf(lines, mails);
  const forwarder =
    labelled(full, "forwarder") ?? signedBelow(note) ?? (sent && isOrganisation(sent.value) ? sent : null);
  const heads = headsOf(full);
  const found = [
    labelled(full, "originator"),
    ...full
      .filter(({ at }) => zones[at] !== "letter")
      .flatMap((line) => [...written(line), ...fromLine(line), ...speaking(line, heads)]),
    ...letterSignature(lines, letters),
    ...headAndFoot(full.filter(({ at }) => zones[at] !== "letter")),
    ...letterhead(full.filter(({ at }) => zones[at] === "appeal").slice(0, 6)),
    ...mailed.filter(({ value }) => isOrganisation(value)),
    signedBelow(
      full.filter((line, n) => line.at >= lines.length - 15 && mayBeSigned(full, n, zones[line.at])),
      0.5,
    ),
  ].filter((one) => one !== null);
  const originator = surest(found.filter(({ value }) => value !== forwarder?.value));
  const senders = [...(sent ? [sent] : []), ...mailed].filter(({ value }) => !isOrganisation(value));
  return { originator, forwarder, passed: forwarder !== null || sent !== null, senders };
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
  const line = last.findLast(({ text }) => isOrganisation(bare(text)) && !/\bdesk\b/i.test(text)) ?? null;
  return line ? { value: bare(line.text), lines: line.numbers, confidence } : null;
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
  return tokens.flatMap((token, at): Finding<string>[] => {
    const hit = matchAt(lexicons.by, tokens, at) ?? helped(tokens[at - 1]?.word, token.word, at);
    const value = hit ? organisationAt(text, tokens, hit.to) : null;
    if (!value || !hit) return [];
    const known = isOrganisation(value);
    const confidence = isSource(tokens, at) ? 0.4 : known ? 0.9 : value.includes(" ") ? 0.6 : 0.55;
    return [{ value: withoutShort(value), lines: numbers, confidence }];
  });
}

const informs = /^(?:information|informations|report|reports|reported|informed|details|news|testimony|statements?)$/;

/** "According to information received from X": who told it need not be who wrote the appeal. */
function isSource(tokens: ScannedLine["tokens"], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 5), at + 1).map(({ word }) => word);
  return before.some((word) => informs.test(word)) || (before.includes("according") && before.includes("to"));
}

/** "Please help X …": who asks for help wrote it. */
function helped(before: string | undefined, word: string, at: number) {
  return before === "please" && /^(?:help|join|support)$/.test(word)
    ? { value: "en" as const, from: at, to: at + 1 }
    : null;
}

/** "From Amnesty International": a line of its own. */
function fromLine({ text, numbers, at }: ScannedLine): Finding<string>[] {
  if (at >= 40) return [];
  const [, value = ""] = /^(?:[Ff][Rr][Oo][Mm]|By|Von|Par)\s(?:the\s)?(\p{Lu}[^.!?:@]{2,80})$/u.exec(text) ?? [];
  return value && isOrganisation(value) ? [{ value, lines: numbers, confidence: 0.88 }] : [];
}

/** A letter that is signed by an organisation was written by it. */
function letterSignature(lines: readonly ScannedLine[], letters: readonly LetterBounds[]): Finding<string>[] {
  return letters.flatMap(({ closing, to }) => {
    const signed = closing < 0 ? [] : lines.slice(closing + 1, to);
    const line = signed.find(({ text }) => isOrganisation(bare(text)));
    return line ? [{ value: bare(line.text), lines: line.numbers, confidence: 0.7 }] : [];
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
    const named = parts.find((part) => isOrganisation(bare(part)) && !banner.test(part));
    if (named) return [{ value: bare(named), lines: numbers, confidence: 0.72 }];
    const [other = ""] = parts.filter((part) => !banner.test(part));
    const beside = parts.length === 2 && parts.some((part) => banner.test(part)) && isNameLike(other);
    return beside ? [{ value: other, lines: numbers, confidence: 0.6 }] : [];
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
