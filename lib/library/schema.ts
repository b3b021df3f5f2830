import { z } from "zod";
import type { RefusalCode } from "@/lib/errors";
import { countryName } from "@/lib/format";
import type { HolderStatus } from "@/lib/generated/prisma/enums";
import { languageSchema } from "@/lib/letters/schema";
import { optionalLine, typedLine } from "@/lib/typed-text";
import { formatFax, readAddress } from "@/lib/recipients/address";
import { type AddressStanding, holderStatuses, recipientLimits } from "@/lib/recipients/schema";

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

const countryCode = z
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
  country: countryCode,
  language: languageSchema,
  tags: tagsSchema.transform((tags) => tags.join(", ")),
} as const;

/**
 * What was typed into a cell, in the form that is kept, or a key of `desk.errors`; an emptied address is none.
 * @param of the country that numbers without a code are read as those of
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

/** Whether a line stays when the library is narrowed; here `group` is a name. What a search looks through is put together once. */
export function fits(line: LibraryLine, hay: string, filter: Omit<LibraryFilter, "page">): boolean {
  const { q, country, channel, status, tag, group } = filter;
  return (
    (!q || hay.includes(q.toLowerCase())) &&
    (!country || line.country === country) &&
    (!channel || line.channels.includes(channel)) &&
    (!status ||
      (status === "dnc" ? line.doNotContact : status === "none" ? line.status === "" : line.status === status)) &&
    (!tag || line.tags.split(", ").includes(tag)) &&
    (!group || line.groups.includes(group))
  );
}

/** What a search looks through. */
export function hayOf({ short, office, body, holder, email, fax, tags, country }: LibraryLine): string {
  const words = [short, office, body, holder, email, fax, formatFax(fax), tags, countryName(country, "en")];
  return words.join(" ").toLowerCase();
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

/** So many offices the grid holds at most. */
export const libraryMost = 20_000;

/** An office as the library lists it; its texts are those of `textLanguage`: English, else its own language, else any. */
export type LibraryLine = {
  id: string;
  short: string;
  office: string;
  body: string;
  salutation: string;
  textLanguage: string;
  country: string;
  /** The country an embassy stands in. */
  host: string | null;
  language: string;
  holder: string;
  holderStatus: HolderStatus | "";
  /** The first address in use by that channel, or "". */
  email: string;
  fax: string;
  /** Every channel it has an address for. */
  channels: string[];
  /** The worst that any address in use is, `untried` where none has taken a letter yet; "" without one. */
  status: AddressStanding | "";
  tags: string;
  groups: string[];
  doNotContact: boolean;
  campaigns: number;
};

/** What came of it: the line as it is now; or why nothing was changed. `by` wrote into the cell since it was opened. */
export type CellAnswer =
  | { line: LibraryLine; meanwhile: boolean; by: string | null }
  | { error: string }
  | { refusal: RefusalCode };

/** Who holds an office from a day on. */
export const holderSchema = z
  .object({
    newName: optionalLine(recipientLimits.holder).default(""),
    newStatus: z.enum(holderStatuses, "required"),
    since: z
      .string()
      .default("")
      .refine((day) => day === "" || (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))), "invalid")
      .refine((day) => day === "" || Date.parse(day) <= Date.now() + 86_400_000, "future"),
  })
  .superRefine(({ newName, newStatus }, context) => {
    if (newStatus === "vacant" && newName) context.addIssue({ code: "custom", path: ["newName"], message: "vacant" });
    if (newStatus !== "vacant" && !newName) context.addIssue({ code: "custom", path: ["newName"], message: "holder" });
  })
  .transform(({ newName, newStatus, since }) => ({
    name: newName || null,
    status: newStatus,
    since: since ? new Date(since) : null,
  }));
export type HolderInput = z.infer<typeof holderSchema>;

export const reasonSchema = z.object({ why: typedLine(libraryLimits.reason) });

/** Offices that share an address: one of the addresses, and the mark of who was shown to share it. */
export const apartSchema = z.object({ address: z.uuid("invalid"), seen: z.string().default("") });

export const groupSchema = z.object({ groupName: typedLine(libraryLimits.group) });

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

/** What can be done with many offices at once. */
export const libraryActs = ["tag", "untag", "group", "ungroup", "silence", "lift"] as const;
export type LibraryAct = (typeof libraryActs)[number];

/** One act on many offices, with what it needs. */
export const libraryActSchema = z.discriminatedUnion(
  "act",
  [
    z.object({ act: z.enum(["tag", "untag"]), bulkTag: typedLine(libraryLimits.tag).refine(isOneTag, "comma") }),
    z.object({ act: z.enum(["group", "ungroup"]), bulkGroup: z.uuid("required") }),
    z.object({ act: z.literal("silence"), why: typedLine(libraryLimits.reason) }),
    z.object({ act: z.literal("lift") }),
  ],
  "required",
);

export type LibraryActInput = z.infer<typeof libraryActSchema>;

function isOneTag(tag: string): boolean {
  return !tag.includes(",");
}

/** What the library is narrowed to; whatever cannot be read is left out. */
export const librarySchema = z.object({
  q: z.string().trim().max(200).catch(""),
  country: z.string().max(2).catch(""),
  channel: z.enum(["", "email", "fax", "post", "web_form", "own_client"]).catch(""),
  status: z.enum(["", "working", "untried", "failing", "dead", "none", "dnc"]).catch(""),
  tag: z.string().max(200).catch(""),
  group: z.union([z.uuid(), z.literal("")]).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LibraryFilter = z.infer<typeof librarySchema>;

/** A filter as it stands in an address. */
export function libraryQuery({ page, ...narrow }: LibraryFilter): Record<string, string> {
  const said = { ...narrow, page: page > 1 ? String(page) : "" };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
}
