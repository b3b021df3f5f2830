import { cutAtWord } from "@/lib/letters/cut-at-word";
import type { Fields, Trace } from "./schema";

/** Fields of a draft, and of each one that was read where it stood. */
export type Read = { fields: Fields; traces: Record<string, Trace> };

/** Of something that was read only where. */
export function traceOf({ lines, confidence }: Trace): Trace {
  return { lines, confidence };
}

/** As one line of so many characters at most, cut at a word. */
export function cut(text: string | null | undefined, most: number): string {
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  return line.length > most ? cutAtWord(line, most - 2) : line;
}
