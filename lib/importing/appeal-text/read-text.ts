import type { BareLine } from "./bare-lines";
import { readProse } from "./prose";

export function textOf(lines: BareLine[], room: number): string {
  return readProse(
    lines.map(({ text }) => text),
    room,
  );
}

/** The numbers of the lines on which something stands. */
export function numbersOf(lines: BareLine[]): number[] {
  return lines.filter(({ text }) => text !== "").map(({ number }) => number);
}
