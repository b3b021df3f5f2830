import type { Options } from "./options";
import type { Row } from "./row";
import { rows } from "./rows/all";
import { longRow } from "./rows/long";

/** @throws Error when there is none of this name, with those there are */
export function findRow(name: string): Row {
  const found = rows.find((row) => row.name === name);
  if (found) return found;
  throw new Error(`No row ${name}. There are ${rows.map((row) => row.name).join(", ")}.`);
}

/** The rows that were asked for, in their usual order. */
export function chooseRows({ rows: names, long }: Options): Row[] {
  if (long) return [longRow];
  const chosen = names.map(findRow);
  return chosen.length > 0 ? rows.filter((row) => chosen.includes(row)) : rows;
}
