import { z } from "zod";
import { limits as campaignLimits } from "@/lib/campaigns/schema";
import { limits as caseLimits } from "@/lib/cases/schema";
import { encodings } from "@/lib/encodings/schema";
import { readingLimits } from "@/lib/importing/limits";
import type { Line } from "@/lib/importing/lines";
import { type Draft, repairReasons } from "@/lib/importing/schema";
import { letterLimits } from "@/lib/letters/schema";
import { limits as originalLimits } from "@/lib/originals/schema";
import { addressLimits } from "@/lib/recipients/address";
import { recipientLimits } from "@/lib/recipients/schema";

/** `text` in UTF-16 code units, `file` in bytes, days that an appeal is kept which nobody works on any more. */
export const receivedLimits = {
  text: 200_000,
  file: readingLimits.file,
  openDays: 60,
  endedDays: 7,
  lines: 3000,
  recipients: 30,
  persons: 60,
  addresses: recipientLimits.rows,
} as const;

/** An appeal that is pasted, or chosen as a file (given here by its size in bytes): one of the two. */
export const pasteSchema = z
  .object({
    appealText: z.string({ error: "required" }).max(receivedLimits.text, "too-long"),
    appealFile: z.string({ error: "required" }).refine((size) => Number(size) <= receivedLimits.file, "too-large"),
  })
  .superRefine(({ appealText: text, appealFile: size }, context) => {
    const report = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (text.trim() === "" && Number(size) === 0) report("appealText", "required");
    if (text.trim() !== "" && Number(size) > 0) report("appealFile", "both");
  })
  // Browsers send pasted lines with CRLF, whatever they were.
  .transform(({ appealText }) => appealText.replace(/\r\n?/g, "\n"));

/** Where a field was read, and how sure that is (0 to 1); `chosen` where a member said which lines it is. */
export type Trace = { lines: number[]; confidence: number; chosen?: true };

/** The fields of a draft by name: what its form holds. */
export type Fields = Record<string, string>;

/** Everything that is kept of a received appeal beside its bytes. */
export type ReceivedContent = {
  /** As decoded, "\n" between its lines. */
  text: string;
  /** As they were repaired. */
  lines: Line[];
  name: string;
  /** Encodings it may have as well. */
  others: string[];
  draft: Draft;
  /** Repairs that a member took back. */
  undone: RepairKey[];
  /** What the fields held before any member changed one. */
  read: Fields;
  fields: Fields;
  traces: Record<string, Trace>;
  /** Rises whenever the fields are others than those the page was made with; `touched` is the one that was changed. */
  shape: number;
  touched: string;
};

/** What `touched` is when a repair was undone or made again. */
export const repairsField = "repairs";

export type RepairKey = Pick<Draft["repairs"][number], "reason" | "from" | "to">;

/** What is said of a recipient, in this order; each is the field `recipient-<row>-<part>`. */
export const recipientParts = [
  "becomes",
  "role",
  "holder",
  "office",
  "short",
  "organisation",
  "country",
  "language",
  "salutation",
  "addAddresses",
  "newHolder",
] as const;

/** What becomes of a recipient that was read: a new one, nothing, or (an id) one of the library. */
export const becomesNew = "new";
export const becomesNothing = "leave";

/** What becomes of a person that was read. */
export const personFates = ["at-risk", "no"] as const;

/** The field that says a member has looked at a warning, by its place in the draft; "yes" where it is ticked. */
export function tickOf(at: number): string {
  return `warning-w${at + 1}-done`;
}

/** Warnings that have to be ticked before a campaign is made, unless a member added what was missing. */
export const requiredWarnings: readonly string[] = ["no-person"];

/** What lines can be used as; `address` names the recipient's row after a colon. */
export const uses = [
  "title",
  "reference",
  "originator",
  "forwarder",
  "background",
  "note",
  "requests",
  "subject",
  "opening",
  "body",
  "closing",
  "recipient",
  "not-recipient",
  "person",
] as const;
const lengths: Partial<Record<string, number>> = {
  title: campaignLimits.title,
  request: campaignLimits.request,
  summary: campaignLimits.summary,
  background: campaignLimits.body,
  reference: originalLimits.line,
  originator: originalLimits.line,
  forwarder: originalLimits.line,
  subject: letterLimits.subject,
  opening: letterLimits.locked,
  closing: letterLimits.locked,
  body: letterLimits.body,
  requests: campaignLimits.body,
  office: recipientLimits.office,
  short: recipientLimits.short,
  organisation: recipientLimits.body,
  holder: recipientLimits.holder,
  salutation: recipientLimits.salutation,
  value: addressLimits.value,
  name: caseLimits.name,
  // Never published.
  note: readingLimits.text,
};

/** The most UTF-16 code units of a field that a campaign can be made with. */
export function lengthOf(field: string): number {
  return lengths[field.slice(field.lastIndexOf("-") + 1)] ?? 200;
}

/** The fields of a draft as they are saved: as long as what was read, for it is still being corrected. */
export const draftFormSchema = z.record(z.string(), z.string()).superRefine((form, context) => {
  for (const [name, value] of Object.entries(form)) {
    if (!name.startsWith("$") && value.replace(/\r\n/g, "\n").length > readingLimits.text)
      context.addIssue({ code: "custom", path: [name], message: "too-long" });
  }
});

/** The rows of one kind that fields have, in the order of their numbers: `r1`, `r2`; of a recipient's addresses `a1`. */
export function rowsOf(fields: Fields, prefix: string): string[] {
  const found = Object.keys(fields).flatMap((name) => {
    const [row = ""] = name.startsWith(`${prefix}-`) ? name.slice(prefix.length + 1).split("-") : [];
    return /^[a-z]\d{1,3}$/.test(row) ? [row] : [];
  });
  return [...new Set(found)].toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
}

/** A number in a field of the form that chooses lines. */
const lineNumber = z
  .string()
  .regex(/^\s*\d{1,6}\s*$/, "line")
  .transform(Number);

/** Which lines are used as what. */
export const placeSchema = z
  .object({ $from: lineNumber, $to: lineNumber, $as: z.string().regex(/^[a-z-]+(?::r\d{1,3})?$/, "required") })
  .refine(({ $from, $to }) => $from <= $to, { path: ["$to"], message: "order" })
  .transform(({ $from: from, $to: to, $as: as }) => ({ from, to, as }));

export type Placing = z.infer<typeof placeSchema>;

/** In which encoding an appeal is read again. */
export const encodingSchema = z.object({ encoding: z.enum(encodings, "required") });

const repairKey = z.tuple([z.enum(repairReasons), z.string(), z.string()]);

/** Which repair is undone or made again: `turn:` and what it was for, what stood there and what it made of that, as JSON. */
export const turnSchema = z.string().transform((value, context): RepairKey => {
  const parsed = repairKey.safeParse(parseJson(value.slice("turn:".length)));
  if (!parsed.success) {
    context.addIssue({ code: "custom", message: "invalid" });
    return z.NEVER;
  }
  const [reason, from, to] = parsed.data;
  return { reason, from, to };
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
