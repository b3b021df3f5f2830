import { isProse } from "./prose-line";
import { findDates } from "./dates";
import { isGreeting } from "./salutation";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import type { Zone } from "./zones";

const most = 14;

/** The lines above a salutation that may be the address of who is saluted, with the empty ones among them. */
export function letterheadOf(lines: readonly ScannedLine[], zones: readonly Zone[], opening: number): ScannedLine[] {
  const found: ScannedLine[] = [];
  for (let at = opening - 1, full = 0; at >= 0 && full < most && found.length < most * 3; at--) {
    const line = lines[at];
    const zone = zones[at];
    if (!line || (zone !== "appeal" && zone !== "edge")) break;
    // A list of people stands above many letters, and no letterhead is numbered.
    if (!line.blank && (zone === "edge" || isGreeting(line) || /\d/.test(line.bullet))) break;
    const nearest = found.every(({ blank }) => blank);
    if (!line.blank && isProse(line) && !(nearest && line.text.length < 140)) break;
    if (!line.blank) full++;
    found.unshift(line);
  }
  return found.filter((line) => line.blank || !isAside(line));
}

/** A date, a subject or a reference: part of a letter's head and of no address. */
function isAside({ text, tokens }: ScannedLine): boolean {
  const [date] = findDates(text, tokens);
  if (date && text.length - (date.end - date.start) < 18) return true;
  const label = segmentsOf(text, tokens)[0]?.label;
  return label === "subject" || label === "reference" || label === "date" || label === "deadline";
}
