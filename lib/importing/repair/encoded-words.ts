import { decodeWords } from "postal-mime";
import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";

/** RFC 2047 §2: one, or several in a row, which may have to be read as one. */
const words =
  /=\?[\w.*:-]{1,60}\?[QqBb]\?[^?\s]{0,2000}\?=(?:\s{1,20}=\?[\w.*:-]{1,60}\?[QqBb]\?[^?\s]{0,2000}\?=){0,50}/g;

/** Encoded words that stand in a text as they stood in a header. */
export function repairEncodedWords(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  if (!lines.some(({ text }) => text.includes("=?"))) return lines;
  return unfolded(lines).map((line) => ({
    ...line,
    text: line.text.replace(words, (found) => {
      const decoded = decodeWords(found);
      return decoded !== found && notes.allow("encoded-word", found, decoded, line.numbers) ? decoded : found;
    }),
  }));
}

/** A header that was folded between two of them is one line again. */
function unfolded(lines: DraftLine[]): DraftLine[] {
  const result: DraftLine[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    const folded = last?.depth === line.depth && /\?=\s*$/.test(last.text.slice(-20)) && /^\s{1,8}=\?/.test(line.text);
    if (last && folded) {
      last.text = `${last.text.trimEnd()} ${line.text.trimStart()}`;
      last.numbers.push(...line.numbers);
    } else result.push({ ...line, numbers: [...line.numbers] });
  }
  return result;
}
