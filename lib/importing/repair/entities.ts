import { decodeHTML } from "entities";
import type { DraftLine } from "./draft-line";
import type { RepairNotes } from "./notes";
import { replaceWords } from "./replace-words";

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;
/** "&amp;amp;#8217;" went through three programs. */
const deepest = 4;

/** What is left of HTML in a text: `&#8217;`, `&nbsp;`, also written twice over. */
export function repairEntities(lines: DraftLine[], notes: RepairNotes): DraftLine[] {
  return lines.map((line) => (line.text.includes("&") ? replaceWords(line, notes, "entity", decoded) : line));
}

function decoded(word: string): string {
  let text = word;
  for (let n = 0; n < deepest; n += 1) {
    const next = text.replace(entity, (found) => decodeHTML(found));
    if (next === text) break;
    text = next;
  }
  return text;
}
