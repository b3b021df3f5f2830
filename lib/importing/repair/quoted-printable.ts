import type { DraftLine } from "./draft-line";
import { lastWord } from "./last-word";
import { isLink } from "./own-line";
import type { RepairNotes } from "./notes";
import { replaceWords } from "./replace-words";

const high = /(?:=[89A-F][\dA-F]){1,400}/gi;
const any = /(?:=[\dA-F]{2}){1,400}/gi;
const sign = /=(?:3D|20$|[89A-F][\dA-F])/i;
const soft = /[^=]=$/;
/** Programs break such lines at 76 columns. */
const usual = 66;

/** What is left of quoted-printable in a text (RFC 2045 §6.7): `=E2=80=99`, `=20`, lines that end with `=`. */
export function repairQuotedPrintable(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const signs = lines.filter(({ text }) => text.includes("=") && sign.test(withoutLinks(text))).length;
  const breaks = lines.filter(({ text }) => text.length >= usual && soft.test(text.slice(-2))).length;
  if (signs + breaks === 0) return lines;
  const sure = signs + breaks > 1;
  const joined = sure || breaks > 0 ? joinSoft(lines, notes) : lines;
  return joined.map((line) => (line.text.includes("=") ? repairLine(line, sure, notes) : line));
}

function withoutLinks(text: string): string {
  return text
    .split(" ")
    .filter((word) => !isLink(word))
    .join(" ");
}

function joinSoft(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const result: DraftLine[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    if (last && last.depth === line.depth && soft.test(last.text.slice(-2)) && isBreak(last, line, notes)) {
      last.text = last.text.slice(0, -1) + line.text;
      last.numbers.push(...line.numbers);
    } else result.push({ ...line, numbers: [...line.numbers] });
  }
  return result;
}

function isBreak(one: DraftLine, other: DraftLine, notes: RepairNotes): boolean {
  const [last, [first = ""]] = [lastWord(one.text), other.text.split(/\s/, 1)];
  const [from, to] = [`${last}\n${first}`, last.slice(0, -1) + first];
  return notes.allow("soft-line-end", from, to, [...one.numbers.slice(-1), ...other.numbers]);
}

function repairLine(line: DraftLine, sure: boolean, notes: RepairNotes): DraftLine {
  const ended =
    line.text.endsWith("=20") &&
    (sure || sign.test(withoutLinks(line.text))) &&
    notes.allow("quoted-printable", "=20", "", line.numbers);
  const cut = ended ? { ...line, text: `${line.text.slice(0, -3)} ` } : line;
  return replaceWords(cut, notes, "quoted-printable", (word) => {
    if (isLink(word) && !/=3D/i.test(word)) return word;
    return word.replace(sure ? any : high, (found) => decoded(found, sure));
  });
}

/** As UTF-8 where it is that; single bytes are read as windows-1252 reads them, if the text surely is quoted-printable. */
function decoded(found: string, sure: boolean): string {
  const bytes = Buffer.from(found.replaceAll("=", ""), "hex");
  const text = bytes.toString("utf8");
  if (!text.includes("\ufffd") && (sure || bytes.length > 1)) return text;
  return sure ? new TextDecoder("windows-1252").decode(bytes) : found;
}
