import { z } from "zod";
import { HoldReason, TallyState } from "@/lib/generated/prisma/enums";
import { typedLine, typedText } from "@/lib/typed-text";
import { type ComposedLetter, composeLetter, type MergeValues, mergeFields } from "./compose";
import { holdsFields, listMissing, missingFields, templateFault } from "./template";

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
  fact: 120,
  facts: 20,
  subjects: 4,
  versions: 6,
  versionName: 60,
  word: 80,
  words: 200,
  note: 1000,
  /** The fewest characters a letter can be held to. */
  shortest: 100,
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

/** A field with a line for each of some things. */
const linesOf = (most: number, longest: number) =>
  typedText(most * (longest + 1))
    .default("")
    .transform((value) => value.split("\n").flatMap((line) => line.trim() || []))
    .pipe(
      z
        .array(z.string())
        .max(most, "too-many")
        .refine((lines) => lines.every(({ length }) => length <= longest), "too-long"),
    );

/** An empty number is none. */
const limitSchema = z
  .string()
  .regex(/^\s*\d{0,6}\s*$/, "invalid")
  .transform((value) => (value.trim() === "" ? null : Number(value)))
  .pipe(z.number().min(letterLimits.shortest, "too-small").nullable());

/** The form of a sample letter. Messages are keys of `desk.errors`; what they are about stands after a colon. */
export const sampleLetterSchema = z
  .object({
    language: languageSchema,
    /** What the letter was when the form was opened. */
    seen: z.string().default(""),
    version: z.string().max(40, "invalid").default(""),
    subject: template(typedLine(letterLimits.subject)),
    subjects: linesOf(letterLimits.subjects, letterLimits.subject).superRefine((lines, context) => {
      const fault = lines.map(templateFault).find((one) => one !== null);
      if (fault) context.addIssue({ code: "custom", message: fault });
    }),
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
    requests: linesOf(letterLimits.requests, letterLimits.request),
    facts: linesOf(letterLimits.facts, letterLimits.fact),
    ownWordsPrompt: z
      .string()
      .default("")
      .transform((value) => value.trim())
      .pipe(z.union([z.literal(""), typedLine(letterLimits.prompt)])),
  })
  .superRefine((letter, context) => {
    for (const path of ["requests", "facts"] as const) {
      const [missing] = listMissing(letter[path], letter);
      if (missing) context.addIssue({ code: "custom", path: [path], message: `not-in-letter:${missing}` });
    }
  });

export type SampleLetterInput = z.infer<typeof sampleLetterSchema>;

const chosenLetter = {
  language: languageSchema,
  recipient: z.uuid("required"),
  /** Which of its subjects it carries. */
  which: z
    .string()
    .regex(/^\d$/, "invalid")
    .default("0")
    .transform(Number)
    .pipe(z.number().max(letterLimits.subjects, "invalid")),
};

/** Which letter is tried out, and on whom. */
export const testLetterSchema = z.object(chosenLetter);

/** How a letter may be put on paper. */
export const paperWays = ["fax", "post"] as const;

/** Which letter is tried out on paper, as it leaves by fax or by post. */
export const testPaperSchema = z.object({ ...chosenLetter, way: z.enum(paperWays) });

export type TestedLetter = z.output<typeof testLetterSchema>;

/** The form of a version: its name, and a tick for each recipient that stands in it (`in-{recipient}`). */
export const versionSchema = z.object({
  key: z.string().max(40, "invalid").default(""),
  versionName: typedLine(letterLimits.versionName),
});

/** The form of what a campaign watches in its letters; `limit-{recipient}-most` are the most characters each of them takes, `limit-reached-most` those that rules alone reach. */
export const watchSchema = z
  .object({
    seen: z.string().default(""),
    words: linesOf(letterLimits.words, letterLimits.word).refine(
      (words) => words.every((word) => /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{sc=Han}\p{sc=Hang}]/u.test(word)),
      "too-short",
    ),
    refuseMissing: z
      .literal("yes")
      .optional()
      .transform((value) => value === "yes"),
  })
  .catchall(limitSchema)
  .transform(({ seen, words, refuseMissing, ...fields }) => ({
    seen,
    words,
    refuseMissing,
    /** By recipient; under `reached` for those that rules alone reach. */
    limits: Object.fromEntries(
      Object.entries(fields).map(([name, limit]) => [/^limit-(.+)-most$/.exec(name)?.[1] ?? "", limit]),
    ),
  }));

export type WatchInput = z.output<typeof watchSchema>;

export const wordsDecisions = ["release", "ask", "refuse"] as const;

/** What a member decides about the words of one writer, and what the writer is told. */
export const decisionSchema = z
  .object({
    decision: z.enum(wordsDecisions, "required"),
    note: typedText(letterLimits.note).default(""),
    campaign: z.uuid("invalid"),
    signature: z.uuid("invalid"),
  })
  .superRefine(({ decision, note }, context) => {
    if (decision !== "release" && note === "")
      context.addIssue({ code: "custom", path: ["note"], message: "required" });
  });

/** The merge fields, for a picker. */
export const letterFields = mergeFields;

/** What the form of a sample letter holds while somebody types. */
export type TypedLetter = Partial<Record<"subject" | "subjects" | "opening" | "body" | "closing", string>>;

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
