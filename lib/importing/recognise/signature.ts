import { isClosing } from "./closing";
import { readHeading } from "./heading";
import type { ScannedLine } from "./scan";

// A sender signs with a name, a body, an address and some ways to be reached.
const longestSignature = 10;

/** "In solidarity," near the end: who signs below it wrote the appeal, and is not written to. */
export function isSignature(lines: readonly ScannedLine[], line: ScannedLine): boolean {
  const below = lines.slice(line.at + 1).filter(({ blank }) => !blank);
  return below.length <= longestSignature && isClosing(line) && !below.some((one) => readHeading(one) !== null);
}
