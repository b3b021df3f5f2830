import type { DraftLine } from "./draft-line";
import { isEnded, isLower } from "./own-line";

const [long, short] = [55, 25];

/**
 * The ends of quoted lines that became too long when they were quoted, and stand below without a mark: they are quoted as what is
 * around them. An answer between two quoted lines is none.
 */
export function gatherTails(lines: DraftLine[]): DraftLine[] {
  return lines.map((line, at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]];
    if (!before || before.depth <= line.depth) return line;
    const text = line.text.trim();
    const within = after !== undefined && after.depth === before.depth && after.text.trim() !== "";
    if (!within && !isLower(text)) return line;
    const isTail = text !== "" && text.length <= short && before.text.length >= long && !isEnded(before.text.trim());
    return isTail ? { ...line, depth: before.depth } : line;
  });
}
