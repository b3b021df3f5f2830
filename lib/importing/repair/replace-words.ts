import type { RepairReason } from "@/lib/importing/schema";
import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";

/** Repairs a line word by word, so that each repair can be shown, and undone, with what stands around it. */
export function replaceWords(
  line: DraftLine,
  notes: RepairNotes,
  reason: RepairReason,
  repair: (word: string) => string,
): DraftLine {
  const text = line.text.replace(/\S+/g, (word) => {
    const repaired = repair(word);
    return repaired !== word && notes.allow(reason, word, repaired, line.numbers) ? repaired : word;
  });
  return text === line.text ? line : { ...line, text };
}
