import type { Line } from "@/lib/importing/lines";
import { tokensOf, type Token } from "./tokens";

/** A line with its place among the lines and its words. `text` is without a bullet or a number of a list at its beginning. */
export type ScannedLine = Line & { at: number; tokens: readonly Token[]; bullet: string };

// What begins an item of a list. A number followed by a digit does not.
const bullets = [
  // "*", "•", "-"
  /^[-–—*•·●▪■□◦‣⁃➢➤✓✔❖◆►▶→Ø>»\uE000-\uF8FF]{1,2}\s+(?=\S)/u,
  // "1.", "2)", "(3)", "a)", "iv."
  /^(?:\(?\d{1,2}[.)]|\(?(?:[a-h]|[ivx]{1,4})\)|[ivx]{1,4}\.|[①-⑳])\s+(?=\S)/u,
  // The letters that signs of Wingdings become.
  /^[no§ü]\s{2,}(?=[\p{Lu}[])/u,
  // "أ)", "ب-"; "一、", "（二）"
  /^(?:\(?[\u0621-\u064a]\s?[).-]|\(?[\u0660-\u0669]{1,2}\s?[).-])\s+(?=\S)/u,
  /^[가나다라마바사아자차카타파하][.)]\s+(?=\S)/u,
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|\d{1,2}、)\s*(?=\S)/u,
  // Without a space behind it.
  /^(?:[•·●▪■◦‣\uE000-\uF8FF]|\d{1,2}\)|\d{1,2}\.(?=\p{L}))(?=\S)/u,
];

// They say which way a text runs, and are no part of what it says.
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The lines of an appeal, each with its words taken apart once. */
export function scanLines(lines: readonly Line[]): ScannedLine[] {
  return lines.map((line, at) => {
    const plain = line.text.replace(directions, "").trim();
    const found = bulletOf(plain);
    const text = plain.slice(found.length);
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
