import type { Line } from "@/lib/importing/lines";
import { tokensOf, type Token } from "./tokens";

/** A line with its place among the lines and its words. `text` is without a bullet or a number of a list at its beginning. */
export type ScannedLine = Line & { at: number; tokens: readonly Token[]; bullet: string };

// What begins an item of a list. A number followed by a digit does not.
const bullets = [
  // "*", "•", "-"
  /^[-–—*•·●▪■□◦‣⁃>»\uE000-\uF8FF]{1,2}\s+(?=\S)/u,
  // "1.", "2)", "(3)", "a)", "iv."
  /^(?:\(?\d{1,2}[.)]|\(?(?:[a-h]|[ivx]{1,4})\)|[ivx]{1,4}\.|[①-⑳])\s+(?=\S)/u,
  // The letters that signs of Wingdings become.
  /^[no§ü]\s{2,}(?=[\p{Lu}[])/u,
  // Without a space behind it.
  /^(?:[•·●▪■◦‣\uE000-\uF8FF]|\d{1,2}\)|\d{1,2}\.(?=\p{L}))(?=\S)/u,
];

/** The lines of an appeal, each with its words taken apart once. */
export function scanLines(lines: readonly Line[]): ScannedLine[] {
  return lines.map((line, at) => {
    const found = bulletOf(line.text);
    const text = found ? line.text.slice(found.length) : line.text;
    return { ...line, at, text, bullet: found.trim(), tokens: tokensOf(text.slice(0, 2000)) };
  });
}

function bulletOf(text: string): string {
  for (const bullet of bullets) {
    const found = bullet.exec(text)?.[0];
    if (found) return found;
  }
  return "";
}
