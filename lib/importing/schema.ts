import { z } from "zod";

/**
 * Numbers of lines of the decoded original, counted from 1 and ascending: where a thing was read. Empty where it was not read
 * but follows from something else.
 */
const lines = z.array(z.number().int().positive());

/** From 0 to 1: how sure the reader is. Below `sure` a member is asked to look. */
const confidence = z.number().min(0).max(1);

export const sure = 0.7;

/** What an appeal can give as a way to reach somebody; a telephone number is shown, and never a way for a letter. */
export const foundChannels = ["email", "fax", "telephone", "post", "web-form"] as const;

/**
 * One way to reach a recipient. `value`: an e-mail address in lower case, a number in E.164 (its digits alone where the country
 * cannot be known), an address for post with its lines divided by "\n", a link. `raw`: as it stood there.
 */
export const foundAddressSchema = z.object({
  channel: z.enum(foundChannels),
  value: z.string(),
  raw: z.string(),
  lines,
  confidence,
});

/**
 * Somebody the letters go to (`to`) or get a copy (`copy`). `name`: of the present holder. `country`: ISO 3166-1 alpha-2 in
 * capitals. `language`: BCP 47, if the appeal asks for one. `salutation` and `closing`: where this recipient has one of its own.
 */
export const foundRecipientSchema = z.object({
  role: z.enum(["to", "copy"]),
  name: z.string().nullable(),
  office: z.string().nullable(),
  organisation: z.string().nullable(),
  country: z.string().length(2).nullable(),
  language: z.string().nullable(),
  salutation: z.string().nullable(),
  closing: z.string().nullable(),
  addresses: z.array(foundAddressSchema),
  lines,
  confidence,
});

/** `opening`: the salutation. `body`: paragraphs divided by an empty line. `signOff`: who signed it in the appeal. */
export const foundLetterSchema = z.object({
  subject: z.string().nullable(),
  opening: z.string().nullable(),
  body: z.string(),
  closing: z.string().nullable(),
  signOff: z.string().nullable(),
  language: z.string().nullable(),
  lines,
  confidence,
});

/** A piece of text with the lines it was read from. */
export const foundTextSchema = z.object({ text: z.string(), lines, confidence });

/** Somebody the appeal seems to speak of as in danger: to be confirmed by a member, and never published by itself. */
export const foundPersonSchema = z.object({ name: z.string(), lines, confidence });

/** What was changed in the text before it was read. `reason` is a key of the desk's words. */
export const repairReasons = [
  "mojibake",
  "double-utf8",
  "quoted-printable",
  "entity",
  "quoting",
  "hard-wrap",
  "soft-line-end",
  "encoded-word",
] as const;
export const repairSchema = z.object({ from: z.string(), to: z.string(), lines, reason: z.enum(repairReasons) });

/** A sign or more that no repair can bring back: it is shown, never guessed. */
export const lossSchema = z.object({ text: z.string(), lines });

/** What a member should look at; `code` is a key of the desk's words, `values` what they say. */
export const warningSchema = z.object({
  code: z.string(),
  values: z.record(z.string(), z.string()),
  lines,
});

/** `kind` as a campaign has it, or `forwarded` where the text only passes on somebody else's appeal. */
export const foundKinds = ["urgent_action", "further_information", "stop", "outcome", "forwarded"] as const;

/** What a careful reader takes from an appeal: the draft of a campaign. Days are "2002-06-13". Null: the appeal does not say. */
export const draftSchema = z.object({
  reference: z.string().nullable(),
  kind: z.enum(foundKinds).nullable(),
  title: z.string().nullable(),
  originator: z.string().nullable(),
  forwarder: z.string().nullable(),
  language: z.string().nullable(),
  country: z.string().length(2).nullable(),
  dates: z.object({
    incident: z.string().nullable(),
    issued: z.string().nullable(),
    deadline: z.string().nullable(),
  }),
  persons: z.array(foundPersonSchema),
  recipients: z.array(foundRecipientSchema),
  /** Readers are asked to write to this country's embassy in their own country. */
  embassyOf: z.string().length(2).nullable(),
  letter: foundLetterSchema.nullable(),
  /** What the forwarder wrote above the appeal. */
  note: foundTextSchema.nullable(),
  background: foundTextSchema.nullable(),
  requests: z.array(foundTextSchema),
  /** What the appeal asks, in one sentence, and what it says in short: where it sets these apart, as our own format does. */
  request: foundTextSchema.nullable().default(null),
  summary: foundTextSchema.nullable().default(null),
  /** The hour of the deadline and the zone it is meant for (IANA), where the appeal says them: "18:00", "Asia/Shanghai". */
  deadlineClock: z.object({ time: z.string(), zone: z.string() }).nullable().default(null),
  repairs: z.array(repairSchema),
  lossy: z.array(lossSchema),
  warnings: z.array(warningSchema),
  /** Of the single values above, by their name (`dates.deadline`), the lines they were read from and how sure that is. */
  traces: z.record(z.string(), z.object({ lines, confidence })),
  /** Of the whole. */
  confidence,
});

export type FoundChannel = (typeof foundChannels)[number];
export type FoundAddress = z.infer<typeof foundAddressSchema>;
export type FoundRecipient = z.infer<typeof foundRecipientSchema>;
export type FoundLetter = z.infer<typeof foundLetterSchema>;
export type FoundText = z.infer<typeof foundTextSchema>;
export type FoundPerson = z.infer<typeof foundPersonSchema>;
export type Repair = z.infer<typeof repairSchema>;
export type RepairReason = (typeof repairReasons)[number];
export type Loss = z.infer<typeof lossSchema>;
export type Warning = z.infer<typeof warningSchema>;
export type Draft = z.infer<typeof draftSchema>;
