import type { Line } from "@/lib/importing/lines";
import { tokensOf, type Token } from "./tokens";

/** A line with its place among the lines and its words. `text` is without a bullet or a number of a list at its beginning. */
export type ScannedLine = Line & { at: number; tokens: Token[]; bullet: string };

// "1.", "2)", "a)", "(3)", "*", "•", "-": what begins an item of a list. A number followed by a digit is no item's.
const bullet =
  /^(?:[-–—*•·●▪■□◦‣⁃>»\uE000-\uF8FF]{1,2}|\(?\d{1,2}[.)]|\(?(?:[a-h]|[ivx]{1,4})\)|[ivx]{1,4}\.|[①-⑳])\s+(?=\S)|^(?:[•·●▪■◦‣\uE000-\uF8FF]|\d{1,2}\)|\d{1,2}\.(?=\p{L}))(?=\S)/u;

/** The lines of an appeal, each with its words taken apart once. */
export function scanLines(lines: readonly Line[]): ScannedLine[] {
  return lines.map((line, at) => {
    const found = bullet.exec(line.text)?.[0] ?? "";
    const text = found ? line.text.slice(found.length) : line.text;
    return { ...line, at, text, bullet: found.trim(), tokens: tokensOf(text.slice(0, 2000)) };
  });
}
