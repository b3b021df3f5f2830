import type { Options } from "./options";
import type { Row } from "./row";
import { longRow } from "./rows/long";
import { rows } from "./rows/all";

/** @throws Error naming a row that does not exist, and those that do */
export function chooseRows(options: Options): Row[] {
  if (options.long) return [longRow];
  const unknown = options.rows.filter((name) => !rows.some((row) => row.name === name));
  if (unknown.length > 0) {
    throw new Error(`No row ${unknown.join(", ")}. There are ${rows.map(({ name }) => name).join(", ")}.`);
  }
  return rows.filter(({ name }) => options.rows.length === 0 || options.rows.includes(name));
}
