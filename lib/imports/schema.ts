import { z } from "zod";
import { encodings } from "@/lib/encodings/schema";
import { libraryLimits } from "@/lib/library/schema";
import { languageSchema } from "@/lib/letters/schema";
import { recipientLimits } from "@/lib/recipients/schema";
import { optionalLine } from "@/lib/typed-text";

/** `bytes` of a file, `rows` and `columns` in it, `days` for which it is kept; other lengths in UTF-16 code units. */
export const importLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 100_000,
  columns: 60,
  fileName: 200,
  days: 7,
  sample: 100,
} as const;

export const separators = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
export type Separator = keyof typeof separators;
export const separatorNames = Object.keys(separators) as Separator[];

/** What a column may hold. */
export const importFields = [
  "office",
  "short",
  "body",
  "salutation",
  "holder",
  "country",
  "host",
  "language",
  "email",
  "fax",
  "post",
  "web_form",
  "own_client",
  "timeZone",
  "tags",
  "group",
] as const;
export type ImportField = (typeof importFields)[number];

/** Those of which a row may have several columns. */
const manyTimes: readonly ImportField[] = ["email", "fax", "post", "web_form", "own_client", "tags", "group"];

/** What is wrong with a row: in which field, and the words for it, as `desk.errors` names them. */
export type RowProblem = { field: ImportField; path: string; code: string };

export const uploadSchema = z.object({
  list: z
    .string({ error: "required" })
    .refine((size) => Number(size) > 0, "required")
    .refine((size) => Number(size) <= importLimits.bytes, "too-large"),
});

/** How the bytes of a file become rows. */
export const readingSchema = z.object({
  encoding: z.enum(encodings, "required"),
  separator: z.enum(separatorNames, "required"),
  header: z
    .string()
    .optional()
    .transform((value) => value === "yes"),
});
export type Reading = z.infer<typeof readingSchema>;

const columnField = z.union([z.literal(""), z.enum(importFields)]);

const standInsSchema = z.object({
  textLanguage: z.union([z.literal(""), languageSchema]),
  allCountry: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "required")]),
  language: languageSchema,
  salutation: optionalLine(recipientLimits.salutation),
  group: optionalLine(libraryLimits.group),
  twins: z.enum(["skip", "update"], "required"),
});

/**
 * What the columns are, as `column-<n>-field`, and what stands in for those that are missing: `textLanguage` is the one that
 * titles and salutations are written in, each recipient's own without it.
 */
export const columnsSchema = z.record(z.string(), z.string()).transform((form, context) => {
  const report = (field: string, code: string) => context.addIssue({ code: "custom", path: [field], message: code });
  const standIns = standInsSchema.safeParse(form);
  for (const { path, message } of standIns.error?.issues ?? []) report(String(path[0]), message);
  const columns: (ImportField | "")[] = [];
  for (let n = 0; n < importLimits.columns && form[`column-${n}-field`] !== undefined; n += 1) {
    const field = columnField.catch("").parse(form[`column-${n}-field`]);
    if (field && columns.includes(field) && !manyTimes.includes(field)) report(`column-${n}-field`, "twice");
    columns.push(field);
  }
  if (!columns.includes("office")) report("columns", "office");
  if (!columns.includes("country") && form.allCountry === "") report("allCountry", "column-or-country");
  if (!standIns.success) return z.NEVER;
  const { allCountry, ...rest } = standIns.data;
  return { columns, country: allCountry, ...rest };
});
export type Columns = z.infer<typeof columnsSchema>;

/** All that is settled about a file before it is imported. */
export type ImportSettings = { reading: Reading; columns: Columns };
