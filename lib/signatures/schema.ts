import { z } from "zod";
import { optionalLine, typedLine, typedText } from "@/lib/typed-text";

/** Lengths in UTF-16 code units, as a browser's `maxlength` counts them. */
export const limits = {
  name: 120,
  profession: 80,
  email: 254,
  body: 6000,
  ownWords: 2000,
  partner: 40,
  reason: 300,
} as const;

/** What the name of a field for the text of a further sheet begins with; its key follows. */
export const bodyPrefix = "body.";

/** The field that says into which revision's letter was typed, by its number. */
export const revisionField = "revision";

/** The field that says in which language the text to everybody was shown. */
export const bodyLanguageField = "bodyLanguage";

/** How a campaign has its letters written: a paragraph is added to a text that stays, the text is edited, or all is one's own. */
export const writingWays = ["paragraph", "edit", "own"] as const;

/** Whether the signer sends from their own mail program, or leaves it to us. */
export const ownClientChoices = ["yes", "no"] as const;

export const disclosures = ["full", "initials", "counted"] as const;

const hasLetters = (value: string) => /\p{L}/u.test(value);

// A name stands in the heads of mails: what looks like an address there would pass for one.
const isNoAddress = (value: string) => !/[@<>]|:\/\//.test(value);

const name = typedLine(limits.name).refine(hasLetters, "no-letters").refine(isNoAddress, "address");

/** A line below the letter that may stay empty. */
const besideName = (most: number) =>
  optionalLine(most)
    .default("")
    .refine((value) => value === "" || hasLetters(value), "no-letters")
    .refine(isNoAddress, "address");

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

const typedBodies = z
  .string()
  .transform((value, context) => {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

const bodies = z
  .string()
  .default("")
  .transform(readBodies)
  .pipe(z.record(z.string(), typedText(limits.body)));

/** The texts a person typed for further sheets, by key; none where they cannot be read. */
export function readBodies(typed: string | undefined): Record<string, string> {
  return typed ? (typedBodies.safeParse(typed).data ?? {}) : {};
}

/**
 * The form a signer fills in, its fields in the order of the page, as what is wrong with them is listed. Messages are keys of `site.errors`. One mailbox only: no group, comment, quoted local part
 * or second `@` (RFC 5321 §4.1.2 without quoted-string).
 */
export const signerSchema = z.object({
  body: typedText(limits.body).default(""),
  bodies,
  ownWords: typedText(limits.ownWords).default(""),
  /** How the letter was written: said by the campaign, never by the form. */
  writing: z.enum(writingWays).default("edit"),
  name,
  email: typedLine(limits.email).pipe(z.email("email")),
  country: z.string({ error: "required" }).regex(/^[A-Z]{2}$/, "required"),
  originalName: besideName(limits.name),
  profession: besideName(limits.profession),
  disclosure: z.enum(disclosures, "required"),
  replyConsent: ticked,
  newsConsent: ticked,
  publicNameConsent: ticked,
  /** Who sends what goes by e-mail; what the campaign prefers where they did not say. */
  ownClient: z.enum(ownClientChoices).optional().catch(undefined),
});

/** What a signer gave, checked. */
export type Signer = z.infer<typeof signerSchema>;

/**
 * What a person typed, before any check: sealed as it is, so that nothing typed is lost. `leftOut` is what a campaign that has its
 * letters written in another way now does not take: it is in none of them; `overtaken` says that what is so has changed since it was typed.
 */
export type Typed = Partial<Record<keyof Signer | "leftOut" | "overtaken", string>>;

export const typedFields = [...Object.keys(signerSchema.shape), "leftOut"] as (keyof Typed)[];

/** How a list of signatures may be narrowed: by state, or to `signed`, everybody who signed and still stands by it. */
export const signatureFilters = ["signed", "pending", "confirmed", "withdrawn", "invalidated", "erased"] as const;

export type SignatureFilter = (typeof signatureFilters)[number];

/** The list of signatures as its address names it. What cannot be read there counts as not asked for. */
export const signatureQuerySchema = z.object({
  state: z.enum(signatureFilters).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export type SignatureQuery = z.infer<typeof signatureQuerySchema>;

/** The address of such a list. */
export function signatureListHref(path: string, query: SignatureQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}` : path;
}

/** The desk's search for one signer. Messages are keys of `desk.errors`. */
export const searchSchema = z.object({ signer: typedLine(limits.email).pipe(z.email("email")) });

/** What the search posts: the same, with the campaign it looks in. */
export const searchRequestSchema = searchSchema.extend({ campaign: z.uuid("invalid") });

export const stopActs = ["withdraw", "erase"] as const;

/** What a member fills in to take a signature out because its signer asked for it. */
export const stopSchema = z.object({
  stop: z.enum(stopActs, "required"),
  asked: typedLine(limits.reason),
  sure: z.literal("yes", "required"),
});

/** What that form posts: the same, with the signature it is about. */
export const stopRequestSchema = stopSchema.extend({ campaign: z.uuid("invalid"), signature: z.uuid("invalid") });
