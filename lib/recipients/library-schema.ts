import { z } from "zod";
import { languageSchema } from "@/lib/letters/schema";
import { optionalLine, typedLine } from "@/lib/typed-text";
import { formatFax, readAddress } from "./address";
import { addressStatuses, holderStatuses, recipientLimits } from "./schema";

export const libraryLimits = { tag: 40, tags: 20, group: 80, reason: 300 } as const;

/** What can be written in a cell of the library. */
export const cellFields = [
  "short",
  "office",
  "body",
  "salutation",
  "country",
  "language",
  "email",
  "fax",
  "tags",
] as const;
export type CellField = (typeof cellFields)[number];

const country = z
  .string()
  .transform((code) => code.trim().toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{2}$/, "country"));

/** Free words, separated by commas; each once. */
const tagsSchema = z
  .string()
  .transform((typed) => [
    ...new Set(
      typed
        .split(",")
        .map((tag) => tag.normalize("NFC").trim().replace(/\s+/g, " "))
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(typedLine(libraryLimits.tag)).max(libraryLimits.tags, "too-many"));

const texts = {
  short: typedLine(recipientLimits.short),
  office: typedLine(recipientLimits.office),
  body: optionalLine(recipientLimits.body),
  salutation: typedLine(recipientLimits.salutation),
  country,
  language: languageSchema,
  tags: tagsSchema.transform((tags) => tags.join(", ")),
} as const;

/**
 * What was typed into a cell, in the form that is kept, or a key of `desk.errors`; an emptied address is none.
 * @param of the country of the recipient, for numbers
 */
export function readCell(field: CellField, typed: string, of: string): { value: string } | { error: string } {
  if (field === "email" || field === "fax") {
    if (typed.trim() === "") return { value: "" };
    const { address, error } = readAddress(field, typed, of);
    return address ? { value: address.value } : { error: error.replace("-impossible", "") };
  }
  const read = texts[field].safeParse(typed);
  return read.success ? { value: read.data } : { error: read.error.issues[0]?.message ?? "invalid" };
}

/** A cell's value as a person reads it. */
export function shownCell(field: CellField, value: string): string {
  return field === "fax" ? formatFax(value) : value;
}

/** A change of one cell; `seen` is what stood in it when it was opened. */
export const cellChangeSchema = z.object({
  id: z.uuid(),
  field: z.enum(cellFields),
  value: z.string().max(1000),
  seen: z.string().max(1000),
});
export type CellChange = z.infer<typeof cellChangeSchema>;

/** Who holds an office from a day on. */
export const holderSchema = z
  .object({
    holderName: optionalLine(recipientLimits.holder).default(""),
    holderStatus: z.enum(holderStatuses, "required"),
    since: z
      .string()
      .default("")
      .refine((day) => day === "" || (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))), "invalid")
      .refine((day) => day === "" || Date.parse(day) <= Date.now() + 86_400_000, "future"),
  })
  .superRefine(({ holderName, holderStatus }, context) => {
    if (holderStatus === "vacant" && holderName)
      context.addIssue({ code: "custom", path: ["holderName"], message: "vacant" });
    if (holderStatus !== "vacant" && !holderName)
      context.addIssue({ code: "custom", path: ["holderName"], message: "holder" });
  })
  .transform(({ holderName, holderStatus, since }) => ({
    name: holderName || null,
    status: holderStatus,
    since: since ? new Date(since) : null,
  }));
export type HolderInput = z.infer<typeof holderSchema>;

export const reasonSchema = z.object({ reason: typedLine(libraryLimits.reason) });

export const groupSchema = z.object({ group: typedLine(libraryLimits.group) });

/** Tags as one line; each group that the recipient is in as a tick box named `group-<id>`. */
export const belongingsSchema = z
  .record(z.string(), z.string())
  .transform((form) => ({
    tags: form.tags ?? "",
    groups: Object.keys(form).flatMap((name) => (name.startsWith("group-") ? name.slice("group-".length) : [])),
  }))
  .pipe(z.object({ tags: tagsSchema, groups: z.array(z.uuid()) }));
export type Belongings = z.infer<typeof belongingsSchema>;

export const chosenGroupSchema = z.object({ group: z.uuid("required") });

/** What the library is narrowed to; whatever cannot be read is left out. */
export const librarySchema = z.object({
  q: z.string().trim().max(200).catch(""),
  country: z.string().max(2).catch(""),
  channel: z.enum(["", "email", "fax", "post", "web_form"]).catch(""),
  status: z.enum(["", ...addressStatuses, "none", "dnc"]).catch(""),
  tag: z.string().max(200).catch(""),
  group: z.union([z.uuid(), z.literal("")]).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LibraryFilter = z.infer<typeof librarySchema>;
