import { direction, type Locale } from "@/lib/locales";
import { readParagraph, writeParagraph } from "./paragraph";
import { isLabelled, type Label, splitLabel } from "./words";

/** Columns of a field; what does not fit on its first line goes on two columns further in. */
const room = 70;

/** Sets a labelled value. One of several lines, and one that would not be read back, stands below its label. */
export function writeField(words: string, value: string): string[] {
  if (!value.includes("\n")) {
    const [first = "", ...more] = writeParagraph(`${words}: ${value}`, { room, isTaken: isLabelledLater });
    if (readField([first, ...more])?.value === value) return [first, ...indent(more)];
  }
  return [`${words}:`, ...indent(writeParagraph(value, { room, isTaken: isLabelled }))];
}

function isLabelledLater(line: string, at: number): boolean {
  return at > 0 && isLabelled(line);
}

/** Reads it; null where no label stands at its beginning. @param lines without white space at their ends */
export function readField(lines: string[]): { label: Label; value: string } | null {
  const [first = "", ...more] = lines;
  const head = splitLabel(first);
  if (!head) return null;
  if (head.rest === "") return { label: head.label, value: readParagraph(more, room) };
  const whole = splitLabel(readParagraph(lines, room));
  return whole && { label: whole.label, value: whole.rest };
}

/** A name with the code that says the same to machines, or the code alone. */
export function writeCode(name: string, code: string, locale: Locale): string {
  const both = `${name} (${/\d/.test(code) ? keptInOrder(code, locale) : code})`;
  return name !== code && readCode(both) === code ? both : code;
}

const leftToRight = "\u200e";

/** Between words that run from right to left the groups of a number would be shown the other way round. */
export function keptInOrder(number: string, locale: Locale): string {
  return direction(locale) === "rtl" ? leftToRight + number + leftToRight : number;
}

function readCode(value: string): string {
  const open = value.lastIndexOf("(");
  const code = open > 0 && value.endsWith(")") ? value.slice(open + 1, -1).replaceAll(leftToRight, "") : "";
  return code === "" ? value : code;
}

/** What is no code was damaged on its way, or is somebody's own word. */
const codes = { country: /^[A-Z]{2}$/, language: /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,5}$/i, day: /^\d{4}-\d\d-\d\d$/ };
// The clock may stand behind a day: the hour, and the zone by its IANA name.
const moment = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):([0-5]\d) ([A-Za-z][\w+/-]{1,40})$/;

/** The day at the end of a value, and the clock behind it. */
export function momentIn(value: string | null | undefined): {
  day: string | null;
  clock: { time: string; zone: string } | null;
} {
  const [, day, hours = "", minutes = "", zone = ""] = moment.exec(readCode(value ?? "")) ?? [];
  return day ? { day, clock: { time: `${hours}:${minutes}`, zone } } : { day: codeIn(value, "day"), clock: null };
}

/** The code at the end of a value; null where none of this kind stands there. */
export function codeIn(value: string | null | undefined, kind: keyof typeof codes): string | null {
  const code = readCode(value ?? "");
  return codes[kind].test(code) ? code : null;
}

export function indent(lines: string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}
