import { z } from "zod";
import { languages } from "@/lib/campaigns/schema";
import { isSafeLine, optionalLine, typedLine, typedText } from "@/lib/typed-text";

/** Lengths in UTF-16 code units, as a browser's `maxlength` counts them. */
export const limits = {
  title: 200,
  summary: 4000,
  name: 120,
  aliases: 40,
  pronoun: 40,
  note: 4000,
  credit: 200,
  alt: 400,
  reason: 1000,
} as const;

export const ages = ["adult", "minor", "unknown"] as const;
export const givers = ["person", "family", "lawyer", "organisation"] as const;
export const scopes = ["name", "picture", "press"] as const;

// One Latin letter would be found all over a text; one Chinese character may be a whole name.
const nameable = /\p{L}.*\p{L}|\p{sc=Han}|\p{sc=Hang}/su;

const orNull = (value: string): string | null => value || null;

const personName = optionalLine(limits.name)
  .refine((value) => value === "" || nameable.test(value), "too-short")
  .transform(orNull);

// A fault of the whole is said with those of single fields, not after they are mended.
const always = { when: () => true };

const dayLong = 24 * 3_600_000;

/** A day as a browser's date field sends it, if any; at midnight UTC, as the database keeps days. */
const optionalDay = z
  .string({ error: "required" })
  .trim()
  .refine((value) => value === "" || (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))), {
    message: "invalid",
    abort: true,
  })
  // Somewhere it may be tomorrow already.
  .refine((value) => value === "" || Date.parse(value) <= Date.now() + dayLong, "in-future")
  .transform((value) => (value === "" ? null : new Date(value)));

/** The same, but not empty. */
const day = optionalDay.transform((value, context) => {
  if (value) return value;
  context.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});

const ticked = z
  .string()
  .catch("")
  .transform((value) => value === "yes");

/** Bytes of a picture's file before anything looks inside it. */
export const uploadLimit = 15 * 1024 * 1024;

/** A file as both sides check it: by its size in bytes, written as a string. */
function upload(most: number) {
  return z
    .string({ error: "required" })
    .refine((size) => Number(size) > 0, "required")
    .refine((size) => Number(size) <= most, "too-large");
}

/** What happened, where, and who has checked it. Messages are keys of `desk.errors`. */
export const caseSchema = z
  .object({
    title: typedLine(limits.title),
    country: z.string({ error: "required" }).regex(/^[A-Z]{2}$/, "required"),
    summary: typedText(limits.summary),
    verifiedBy: optionalLine(limits.name).transform(orNull),
    verifiedOn: optionalDay,
  })
  .refine(({ verifiedBy, verifiedOn }) => !verifiedOn || verifiedBy, {
    path: ["verifiedBy"],
    message: "required",
  })
  .refine(({ verifiedBy, verifiedOn }) => !verifiedBy || verifiedOn, { path: ["verifiedOn"], message: "required" });

/** A person at risk: every name they may be found by, and what only members read. */
export const personSchema = z.object({
  publicName: personName,
  originalScript: personName,
  aliases: z
    .string({ error: "required" })
    .transform((value) => value.split(/[\r\n]+/).map((name) => name.normalize("NFC").trim()))
    .transform((names) => [...new Set(names.filter((name) => name !== ""))])
    .refine((names) => names.length <= limits.aliases, "too-many")
    .refine((names) => names.every((name) => name.length <= limits.name), "too-long")
    .refine((names) => names.every(isSafeLine), "unsafe")
    .refine((names) => names.every((name) => nameable.test(name)), "too-short"),
  pronoun: optionalLine(limits.pronoun).transform(orNull),
  age: z.enum(ages, "required"),
  note: typedText(limits.note),
});

/** A consent: whose, when, for what. */
export const consentSchema = z
  .object({
    givenBy: z.enum(givers, "required"),
    givenOn: day,
    coversName: ticked,
    coversPicture: ticked,
    coversPress: ticked,
    consentNote: typedText(limits.note),
  })
  .refine((typed) => typed.coversName || typed.coversPicture || typed.coversPress, {
    path: ["covers"],
    message: "choose",
    ...always,
  })
  .transform(({ coversName: name, coversPicture: picture, coversPress: press, consentNote: note, ...rest }) => {
    const given = { name, picture, press };
    return { ...rest, note, scopes: scopes.filter((scope) => given[scope]) };
  });

/** Why a consent is withdrawn, and that the member has read what it does. */
export const withdrawSchema = z
  .object({
    reason: typedText(limits.reason).refine((value) => value !== "", "required"),
    understood: ticked,
  })
  .refine(({ understood }) => understood, { path: ["confirmation"], message: "required", ...always });

/** The tick for one person in the form of a picture. */
export function showsField(personId: string): string {
  return `shows-${personId}`;
}

/** Whom the ticks of a picture's form say it shows. */
function shownIn(typed: object): string[] {
  const prefix = showsField("");
  const ticks = Object.entries(typed).filter(([name, value]) => name.startsWith(prefix) && value === "yes");
  return ticks.map(([name]) => name.slice(prefix.length));
}

/** What is said of a picture: its credit, and whom it shows, at least "nobody of this case". */
export const pictureSchema = z
  .object({ file: upload(uploadLimit), credit: typedLine(limits.credit), nobody: ticked })
  .catchall(z.string())
  .refine((typed) => typed.nobody || shownIn(typed).length > 0, { path: ["shows"], message: "choose", ...always })
  .refine((typed) => !typed.nobody || shownIn(typed).length === 0, {
    path: ["shows"],
    message: "contradiction",
    ...always,
  })
  .transform((typed) => ({ credit: typed.credit, shows: shownIn(typed) }));

/** The field for the alternative text of a picture in one language. */
export function altField(language: string): string {
  return `alt-${language}`;
}

/** Which picture a campaign shows, if any, and what it shows for those who do not see it, in each of its languages. */
export const pictureChoiceSchema = z
  .object({ picture: z.union([z.literal(""), z.uuid("invalid")]) })
  .catchall(optionalLine(limits.alt))
  .transform(({ picture, ...rest }) => {
    const prefix = altField("");
    const alts = Object.entries(rest).filter(([name]) => name.startsWith(prefix));
    return {
      pictureId: orNull(picture),
      alts: Object.fromEntries(alts.map(([name, alt]) => [name.slice(prefix.length), alt])),
    };
  })
  .superRefine(({ pictureId, alts }, context) => {
    for (const [language, alt] of Object.entries(alts)) {
      if (pictureId && alt === "")
        context.addIssue({ code: "custom", path: [altField(language)], message: "required" });
    }
  });

/** The list of cases as its address names it. */
export const caseQuerySchema = z.object({ before: z.uuid().optional().catch(undefined) });

/** A form that is one button. */
export const pressSchema = z.object({});

export type CaseInput = z.infer<typeof caseSchema>;
export type PersonInput = z.infer<typeof personSchema>;
export type ConsentInput = z.infer<typeof consentSchema>;
export type PictureInput = z.infer<typeof pictureSchema>;

/** Lengths of an outcome in UTF-16 code units. */
export const outcomeLimits = { text: 2000, source: 300 } as const;

export const audiences = ["public", "members"] as const;

/** What became of a case: what happened, on which day, who says so, and who may read it. */
export const outcomeSchema = z.object({
  happenedOn: day,
  outcome: typedText(outcomeLimits.text).pipe(z.string().min(1, "required")),
  source: optionalLine(outcomeLimits.source).default(""),
  language: z.string("required").refine((value) => languages.includes(value), "required"),
  audience: z.enum(audiences, "required"),
});

export type OutcomeInput = z.output<typeof outcomeSchema>;
