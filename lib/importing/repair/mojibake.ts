import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";

/** Row A1 of EUC-KR and GB 2312, where both agree or text among Latin letters leaves no doubt, read as Latin-1. */
const rowA1: Record<string, string> = {
  "¡¤": "·",
  "¡ª": "—",
  "¡\u00ad": "…",
  "¡®": "‘",
  "¡¯": "’",
  "¡°": "“",
  "¡±": "”",
};
const rowA1Pairs = /¡[¤ª\u00ad®¯°±]/g;

/** Signs that a text was read in another encoding than it was written in, put right where there is no doubt what stood there. */
export function repairMojibake(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  return lines.map((line) => {
    if (!line.text.includes("¡")) return line;
    const text = replaceWords(line, notes, (word) => word.replace(rowA1Pairs, (pair) => rowA1[pair] ?? pair));
    return { ...line, text };
  });
}

/** Repairs word by word, so that each can be shown, and undone, with what stands around it. */
function replaceWords(line: DraftLine, notes: RepairNotes, repair: (word: string) => string): string {
  return line.text.replace(/\S+/g, (word) => {
    const repaired = repair(word);
    return repaired !== word && notes.allow("mojibake", word, repaired, line.numbers) ? repaired : word;
  });
}
