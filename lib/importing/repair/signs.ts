import iconv from "iconv-lite";
import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";
import { replaceWords } from "./replace-words";

/** Row A1 of EUC-KR and GB 2312, where both agree or text among Latin letters leaves no doubt, read as Latin-1. */
const rowA1 = new Map([
  ["¡¤", "·"],
  ["¡ª", "—"],
  ["¡\u00ad", "…"],
  ["¡®", "‘"],
  ["¡¯", "’"],
  ["¡°", "“"],
  ["¡±", "”"],
  ["¡¦", "…"],
  ["¡¶", "《"],
  ["¡·", "》"],
]);
const pairs = /¡[¤ª\u00ad®¯°±¦¶·]/g;
// oxlint-disable-next-line no-control-regex -- control signs are what it looks for
const controls = /[\u0080-\u009f]/g;
/** An apostrophe of a Mac, read as Latin-1. */
const macApostrophe = /(?<=\p{Ll})Õ(?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))/gu;

/** Single signs that were read in another encoding than they were written in, put right where nothing else can have stood there. */
export function repairSigns(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  return lines.map((line) =>
    /[\u0080-\u00ff]/.test(line.text) ? replaceWords(line, notes, "mojibake", ofSigns) : line,
  );
}

function ofSigns(word: string): string {
  return word
    .replace(pairs, (pair) => rowA1.get(pair) ?? pair)
    .replace(controls, (sign) => ofWindows(sign))
    .replace(macApostrophe, "’");
}

function ofWindows(sign: string): string {
  const meant = iconv.decode(Buffer.from([sign.charCodeAt(0)]), "windows-1252");
  return meant === "\ufffd" ? sign : meant;
}
