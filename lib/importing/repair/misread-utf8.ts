import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";
import { replaceWords } from "./replace-words";
import { unmisread } from "./utf8-misread";

const deepest = 4;

/** UTF-8 that was read as something else (`â€™`), also when that was written as UTF-8 and misread again, in several rounds. */
export function repairMisreadUtf8(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  const once = remembered(unmisread);
  const several = remembered((word) => {
    const first = once(word);
    return first === word || once(first) === first ? word : repeated(first);
  });
  return lines.map((line) => {
    if (!/[\u0080-\uffff]{2}/.test(line.text)) return line;
    return replaceWords(replaceWords(line, notes, "double-utf8", several), notes, "mojibake", once);
  });

  function repeated(word: string): string {
    let text = word;
    for (let n = 0; n < deepest; n += 1) {
      const next = once(text);
      if (next === text) break;
      text = next;
    }
    return text;
  }
}

/** What was misread once recurs all over a text. */
function remembered(repair: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const repaired = known.get(word) ?? repair(word);
    known.set(word, repaired);
    return repaired;
  };
}
