import { type CellField, cellFields, type LibraryLine } from "@/lib/library/schema";

export type ColumnName = CellField | "holder" | "status" | "groups" | "campaigns";

/** The columns of the library's grid in their order, with their widths in pixels. */
export const columns: { name: ColumnName; width: number }[] = [
  { name: "short", width: 240 },
  { name: "country", width: 150 },
  { name: "email", width: 220 },
  { name: "fax", width: 150 },
  { name: "status", width: 110 },
  { name: "holder", width: 160 },
  { name: "tags", width: 160 },
  { name: "groups", width: 140 },
  { name: "office", width: 260 },
  { name: "body", width: 180 },
  { name: "salutation", width: 160 },
  { name: "language", width: 120 },
  { name: "campaigns", width: 90 },
];

/** The field a column is edited as; null for what is only read. */
export function fieldOf(name: ColumnName): CellField | null {
  return cellFields.find((field) => field === name) ?? null;
}

/** What a cell that is only read shows. */
export function readOnlyText(line: LibraryLine, name: Exclude<ColumnName, CellField>): string {
  if (name === "groups") return line.groups.join(", ");
  return String(line[name]);
}
