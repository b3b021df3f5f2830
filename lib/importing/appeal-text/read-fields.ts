import type { BareLine } from "./bare-lines";
import { readField } from "./field";
import { numbersOf } from "./read-text";
import { type Label, splitLabel } from "./words";

/** A labelled value and the lines it stands on; `raw` as they are. */
export type Field = { label: Label; value: string; raw: string; lines: number[] };

/** The fields of one block; null where it does not begin with a label. */
export function readFields(block: BareLine[]): Field[] | null {
  const fields: BareLine[][] = [];
  for (const line of block) {
    if (splitLabel(line.text)) fields.push([line]);
    else fields.at(-1)?.push(line);
  }
  if (fields[0]?.[0] !== block[0]) return null;
  return fields.flatMap((lines) => {
    const texts = lines.map(({ text }) => text);
    const field = readField(texts);
    return field ? [{ ...field, raw: field.value, lines: numbersOf(lines) }] : [];
  });
}
