import { isClosing } from "./closing";
import { readHeading } from "./heading";
import type { ScannedLine } from "./scan";

// A sender signs with a name, a body, an address and some ways to be reached.
const longestSignature = 10;

/** "In solidarity," near the end: who signs below it wrote the appeal, and is not written to. */
export function isSignature(lines: readonly ScannedLine[], line: ScannedLine): boolean {
  if (!isClosing(line)) return false;
  const below: ScannedLine[] = [];
  for (let at = line.at + 1; at < lines.length && below.length <= longestSignature; at += 1) {
    const next = lines[at];
    if (next && !next.blank) below.push(next);
  }
  return below.length <= longestSignature && !below.some((one) => readHeading(one) !== null);
}
