import type { FoundText } from "@/lib/importing/schema";
import { readHeading } from "./heading";
import type { ScannedLine } from "./scan";
import type { Zone } from "./zones";

/** Lines as a text: paragraphs divided by an empty line, also where the original has none between them. */
export function joinLines(lines: readonly Pick<ScannedLine, "blank" | "bullet" | "text">[]): string {
  const shown = lines.map(({ blank, bullet, text }) => (blank ? "" : `${bullet ? `${bullet} ` : ""}${text}`));
  const text = shown.join("\n").trim();
  const spaced = text.includes("\n\n");
  return text.replace(/\n+/g, (breaks) => (breaks.length > 1 || !spaced ? "\n\n" : "\n"));
}

/** The text of a part of the appeal; null where there is none. */
export function textOf(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  zone: Zone,
  confidence: number,
): FoundText | null {
  const own = lines
    .filter(({ at }) => zones[at] === zone)
    .map((line) => ({ ...line, text: (!line.blank && zone !== "note" && readHeading(line)?.rest) || line.text }));
  const text = joinLines(own);
  return text ? { text, lines: own.flatMap(({ blank, numbers }) => (blank ? [] : numbers)), confidence } : null;
}
