import { z } from "zod";
import { HoldReason, TallyState } from "@/lib/generated/prisma/enums";
import { typedLine, typedText } from "@/lib/typed-text";
import { type ComposedLetter, composeLetter, type MergeValues, mergeFields } from "./compose";
import { findMissingRequest, holdsFields, missingFields, templateFault } from "./template";

/** The list of letters as its address names it. What cannot be read there counts as not asked for. */
export const letterQuerySchema = z.object({
  state: z.enum(TallyState).optional().catch(undefined),
  recipient: z.uuid().optional().catch(undefined),
  /** Why the held ones are held. */
  reason: z.enum(HoldReason).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

/** Why letters are held that a member may release. */
export const holdReasonSchema = z.enum(HoldReason);

export type LetterQuery = z.infer<typeof letterQuerySchema>;

/** The address of such a list. */
export function letterListHref(path: string, query: LetterQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}#letters` : `${path}#letters`;
}

/** Lengths in UTF-16 code units. A body is no longer than the one a signer may send. */
export const letterLimits = {
  subject: 200,
  locked: 3000,
  body: 6000,
  request: 500,
  requests: 10,
  prompt: 200,
} as const;

/** A language tag as letters have one (RFC 5646): a language, perhaps a script, perhaps a region. */
export const languageSchema = z
  .string({ error: "required" })
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, "invalid");

const template = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.superRefine((value, context) => {
    const fault = templateFault(value);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

const requestsSchema = typedText(letterLimits.request * letterLimits.requests)
  .default("")
  .transform((value) => value.split("\n").flatMap((line) => line.trim() || []))
  .pipe(
    z
      .array(z.string())
      .max(letterLimits.requests, "too-many")
      .refine((requests) => requests.every(({ length }) => length <= letterLimits.request), "too-long"),
  );

/** The form of a sample letter. Messages are keys of `desk.errors`; what they are about stands after a colon. */
export const sampleLetterSchema = z
  .object({
    language: languageSchema,
    /** What the letter was when the form was opened. */
    seen: z.string().default(""),
    subject: template(typedLine(letterLimits.subject)),
    opening: template(typedText(letterLimits.locked).default("")),
    body: typedText(letterLimits.body)
      .default("")
      .pipe(
        z
          .string()
          .min(1, "required")
          .refine((value) => !holdsFields(value), "no-fields"),
      ),
    closing: template(typedText(letterLimits.locked).default("")),
    requests: requestsSchema,
    ownWordsPrompt: z
      .string()
      .default("")
      .transform((value) => value.trim())
      .pipe(z.union([z.literal(""), typedLine(letterLimits.prompt)])),
  })
  .superRefine((letter, context) => {
    const missing = findMissingRequest(letter.requests, letter);
    if (missing) context.addIssue({ code: "custom", path: ["requests"], message: `not-in-letter:${missing}` });
  });

export type SampleLetterInput = z.infer<typeof sampleLetterSchema>;

/** Which letter is tried out, and on whom. */
export const testLetterSchema = z.object({ language: languageSchema, recipient: z.uuid("required") });

/** The merge fields, for a picker. */
export const letterFields = mergeFields;

/** What the form of a sample letter holds while somebody types. */
export type TypedLetter = Partial<Record<"subject" | "opening" | "body" | "closing", string>>;

/**
 * The letter as it would leave if what stands in the form were saved now, with what would be missed in it; null while its
 * locked parts cannot be merged.
 */
export function previewLetter(
  typed: TypedLetter,
  values: MergeValues,
  ownWords: string,
): { letter: ComposedLetter; missing: ReturnType<typeof missingFields> } | null {
  const part = (name: keyof TypedLetter) => (typed[name] ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim();
  const sample = { subject: part("subject"), opening: part("opening"), body: part("body"), closing: part("closing") };
  if ([sample.subject, sample.opening, sample.closing].some(templateFault)) return null;
  return { letter: composeLetter(sample, values, { body: sample.body, ownWords }), missing: missingFields(sample) };
}
