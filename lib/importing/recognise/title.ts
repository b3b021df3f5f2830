import type { ReadDocument } from "@/lib/importing/lines";
import { findPlaces } from "./countries";
import type { Finding } from "./finding";
import { surest } from "./finding";
import { readHeading } from "./heading";
import type { MailBlock } from "./mail-block";
import { isOrganisation } from "./organisation";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import type { Zone } from "./zones";

/** What the appeal is called: a label, a heading with a country in front, a line in capitals, or the subject of its mail. */
export function findTitle(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  mails: readonly MailBlock[],
  headers: ReadDocument["headers"],
): Finding<string> | null {
  const head = lines
    .filter(({ blank, at }) => !blank && /^(?:appeal|note|edge|requests|background)$/.test(zones[at] ?? ""))
    .slice(0, 30);
  const subjects = [headers?.subject, ...mails.map(({ subject }) => subject)].filter((one) => typeof one === "string");
  return surest([
    ...head.flatMap(labelled),
    ...head.slice(0, 8).flatMap(ofMemo),
    ...subjects
      .map((subject) => ({ value: bareSubject(subject), lines: [], confidence: 0.6 }))
      .filter(({ value }) => value),
    ...head.flatMap(behindCountry),
    ...head.flatMap((line, n) => belowCountry(line, head[n + 1])),
    ...head.flatMap(behindReference),
    ...head.flatMap(loud),
    ...head.slice(0, 6).flatMap(exclaimed),
  ]);
}

function labelled({ text, tokens, numbers }: ScannedLine): Finding<string>[] {
  if (text.length > 300) return [];
  const [first] = segmentsOf(text, tokens);
  return first?.label === "title" && first.text.trim()
    ? [{ value: text.slice(first.start).trim(), lines: numbers, confidence: 0.97 }]
    : [];
}

/** "Subject: …" in the head of a statement, among its date and who it is from. */
function ofMemo({ text, tokens, numbers, at }: ScannedLine): Finding<string>[] {
  const [first] = at < 12 && text.length < 220 ? segmentsOf(text, tokens) : [];
  return first?.label === "subject" && first.start < 24 && first.text.trim()
    ? [{ value: text.slice(first.start).trim(), lines: numbers, confidence: 0.55 }]
    : [];
}

/** The subject of a mail without "Fwd:", a list's name, or "Re:". */
export function bareSubject(subject: string): string {
  let text = subject.trim();
  for (let n = 0; n < 8; n++) {
    const shorter = text.replace(/^(?:fwd?|re|aw|wg|tr|rv|rif|enc|res|vs)\s?:\s*|^\[[^\]]{1,40}\]\s*/i, "");
    if (shorter === text) break;
    text = shorter;
  }
  return text;
}

/** "PAKISTAN: A lawyer …". */
function behindCountry({ text, tokens, numbers }: ScannedLine): Finding<string>[] {
  const [place] = findPlaces(tokens);
  if (!place || place.from !== 0 || place.by !== "name" || text.length > 220) return [];
  return /^\s?[:–—-]\s?\S.{10}|^：\S.{4}/.test(text.slice(tokens[place.to - 1]?.end))
    ? [{ value: text, lines: numbers, confidence: 0.8 }]
    : [];
}

/** "NIGER" on a line of its own, and below it what happened there. */
function belowCountry({ text, tokens }: ScannedLine, below: ScannedLine | undefined): Finding<string>[] {
  const [place] = findPlaces(tokens);
  const alone = place?.from === 0 && place.to === tokens.length && text === text.toUpperCase();
  if (!alone || !below || !/^\p{Lu}.{20,200}[^.,:;]$/u.test(below.text)) return [];
  return [{ value: below.text, lines: below.numbers, confidence: 0.72 }];
}

/** "UA 12/10 - Risk of torture". */
function behindReference({ text, numbers }: ScannedLine): Finding<string>[] {
  const [, value = ""] =
    /^(?:UA|FU|EXTRA|UP|UG|FA)\b[\s:.-]{0,3}\d[\d/-]{2,10}(?:\s?[:–—-]\s?|\s{2,8})(\S.{8,150})$/.exec(text) ?? [];
  return value ? [{ value, lines: numbers, confidence: 0.75 }] : [];
}

/** "Let him go home!": what a statement asks for, on a line of its own. */
function exclaimed({ text, numbers, bullet }: ScannedLine): Finding<string>[] {
  const fits = !bullet && text.length > 9 && text.length < 120 && /(?:[!！]|하라\.?|촉구한다\.?)$/u.test(text);
  return fits && !/[.!?]\s/.test(text) ? [{ value: text, lines: numbers, confidence: 0.48 }] : [];
}

const banner =
  /^\W{0,3}(?:urgent action|urgent appeal|urgent call|action urgente|acción urgente|action complémentaire|appel urgent|azione urgente|ação urgente|eilaktion)[\s:–—-]{0,5}/i;

function loud(line: ScannedLine): Finding<string>[] {
  const { text, numbers } = line;
  const value = text.replace(banner, "").replace(/^(?:appeal)?[\s:–—-]+/i, "");
  if (value.length < 12 || value.length > 160 || value !== value.toUpperCase() || !/\p{Lu}{3}/u.test(value)) return [];
  if ((value.match(/\p{Lu}{3}/gu)?.length ?? 0) < 2 || /\d\s?\/\s?\d/.test(value)) return [];
  return readHeading(line) || isOrganisation(value) ? [] : [{ value, lines: numbers, confidence: 0.5 }];
}
