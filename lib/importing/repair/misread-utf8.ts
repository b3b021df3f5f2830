import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";
import { replaceWords } from "./replace-words";
import { unmisread } from "./utf8-misread";

const deepest = 4;

/** UTF-8 that was read as something else (`â€™`), also when that was written as UTF-8 and misread again, in several rounds. */
export function repairMisreadUtf8(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  return lines.map((line) => {
    if (!/[\u0080-\uffff]{2}/.test(line.text)) return line;
    const several = replaceWords(line, notes, "double-utf8", (word) => {
      const first = unmisread(word);
      return first === word || unmisread(first) === first ? word : repeated(first);
    });
    return replaceWords(several, notes, "mojibake", unmisread);
  });
}

function repeated(word: string): string {
  let text = word;
  for (let n = 0; n < deepest; n += 1) {
    const next = unmisread(text);
    if (next === text) break;
    text = next;
  }
  return text;
}
