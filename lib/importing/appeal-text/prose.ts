import { readParagraph, type Setting, writeParagraph } from "./paragraph";

/** Sets a text of paragraphs that are divided by empty lines; no line for an empty text. */
export function writeProse(value: string, setting: Setting): string[] {
  if (value === "") return [];
  return value.split("\n\n").flatMap((one, at) => [...(at > 0 ? [""] : []), ...writeParagraph(one, setting)]);
}

/** The text of such lines. @param lines without white space at their ends */
export function readProse(lines: string[], room: number): string {
  return blocksOf(lines, (line) => line === "")
    .map((block) => readParagraph(block, room))
    .join("\n\n");
}

/** What stands together, without what divides it. */
export function blocksOf<T>(entries: T[], divides: (entry: T) => boolean): T[][] {
  const blocks: T[][] = [[]];
  for (const entry of entries) {
    if (divides(entry)) blocks.push([]);
    else blocks.at(-1)?.push(entry);
  }
  return blocks.filter(({ length }) => length > 0);
}
