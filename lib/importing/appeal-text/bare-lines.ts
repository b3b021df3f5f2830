/** A line of the original by its number, from 1, without quote marks and without white space at its ends. */
export type BareLine = { number: number; text: string };

/**
 * The lines of a text however deep it is quoted. No line of our format begins with a quote mark or ends in a space, so that
 * all of these were added on the way, also the one that mailboxes put before "From ".
 */
export function bareLines(text: string): BareLine[] {
  return text.split(/\r\n|\n|\r/).map((line, at) => ({ number: at + 1, text: bare(line) }));
}

function bare(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && (line[from] === ">" || isSpace(line[from]))) from += 1;
  while (to > from && isSpace(line[to - 1])) to -= 1;
  return line.slice(from, to);
}

function isSpace(sign: string | undefined): boolean {
  return sign === " " || sign === "\t" || sign === "\ufeff";
}
