import { z } from "zod";
import { CampaignState } from "@/lib/generated/prisma/enums";
import { type CaseNames, maskNames } from "@/lib/cases/mask";
import { instantIn } from "@/lib/format";
import { locales } from "@/lib/locales";
import { disclosures, writingWays } from "@/lib/signatures/schema";
import { optionalLine, typedLine, typedText } from "@/lib/typed-text";

/** Lengths in UTF-16 code units, as a browser's `maxlength` counts them. */
export const limits = {
  slug: 80,
  title: 160,
  request: 200,
  summary: 2000,
  body: 20_000,
  notice: 600,
  writeHint: 400,
  permittedBy: 200,
  note: 600,
  goal: 100_000_000,
} as const;

export const campaignKinds = ["urgent_action", "further_information", "stop", "outcome"] as const;
/** What becomes of a letter of which nobody can say whether it arrived. */
export const ambiguityRules = ["resend", "hold"] as const;
export const distributions = ["network_only", "web", "press"] as const;

/** The languages an appeal may be written in: those of the public side first, then by how many read them. */
export const languages: readonly string[] = [
  ...locales,
  ..."hi bn pt ru ur id de ja mr te tr ta vi fa it th my km lo ms tl si ne bo ug mn kk uz uk pl nl sv".split(" "),
  ..."el he ku ckb ps am ti so sw ha rw dz dv tet".split(" "),
];

/** A field that may stay empty: null then. */
const orNull = <T extends z.ZodType<unknown, string>>(schema: T) =>
  z
    .string()
    .default("")
    .transform((value) => value.trim() || null)
    .pipe(schema.nullable());

const language = z.string({ error: "required" }).refine((value) => languages.includes(value), {
  error: ({ input }) => (input === "" ? "required" : "invalid"),
});

/** The last part of an appeal's public address. */
const slug = optionalLine(limits.slug)
  .default("")
  .pipe(z.string().regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, "form"));

const marked = z.string().default("");
/** A tick box: "yes" or missing. */
const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");
const isoDay = z.string().refine(isDay, "invalid");

/** The address an appeal gets from its title; empty when the title has no letter an address can carry. */
export function makeSlug(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’ʼ\p{M}]/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}

/** What the choice of a case says for one that does not exist yet. */
export const newCase = "new";

/** A new campaign. Of a new case its title and country are asked as well. An empty `slug` is made from the title. */
export const newCampaignSchema = z
  .object({
    title: typedLine(limits.title),
    language,
    kind: z.enum(campaignKinds, "required"),
    slug,
    case: z.string().min(1, "required"),
    caseTitle: optionalLine(limits.title).default(""),
    country: marked,
  })
  .check(({ value, issues }) => {
    if (value.case !== newCase) return;
    const miss = (path: "caseTitle" | "country") =>
      issues.push({ code: "custom", path: [path], message: "required", input: value[path] });
    if (!value.caseTitle) miss("caseTitle");
    if (!/^[A-Z]{2}$/.test(value.country)) miss("country");
  });

export type NewCampaign = z.output<typeof newCampaignSchema>;

/** The tick boxes for what signers may let recipients know, as `disclosures` lists it. */
export const disclosureTicks = ["disclosureFull", "disclosureInitials", "disclosureCounted"] as const;

/** The settings of a campaign. Its deadline is typed as day, time and zone and comes out as one moment. */
export const settingsSchema = z
  .object({
    seen: marked,
    slug,
    kind: z.enum(campaignKinds, "required"),
    followsId: orNull(z.uuid("invalid")),
    distribution: orNull(z.enum(distributions, "invalid")),
    permittedBy: optionalLine(limits.permittedBy).default(""),
    permittedOn: orNull(isoDay),
    defaultLanguage: language,
    deadlineDate: orNull(isoDay),
    deadlineTime: orNull(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "invalid")),
    deadlineZone: orNull(z.string().refine(isZone, "invalid")),
    drip: ticked,
    officeHours: ticked,
    whenAmbiguous: z.enum(ambiguityRules, "required").default("resend"),
    writing: z.enum(writingWays, "required").default("edit"),
    sensitive: ticked,
    disclosureFull: ticked,
    disclosureInitials: ticked,
    disclosureCounted: ticked,
    prefersOwnClient: ticked,
    goal: orNull(
      z
        .string()
        .regex(/^[1-9]\d*$/, "number")
        .transform(Number)
        .pipe(z.number().max(limits.goal, "number")),
    ),
  })
  .check(({ value, issues }) => {
    const say = (path: string, message: string) => issues.push({ code: "custom", path: [path], message, input: value });
    if (value.permittedBy && !value.permittedOn) say("permittedOn", "required");
    if (value.permittedOn && !value.permittedBy) say("permittedBy", "required");
    if (value.deadlineDate && !value.deadlineZone) say("deadlineZone", "required");
    if (value.deadlineTime && !value.deadlineDate) say("deadlineDate", "required");
    if (value.drip && !value.deadlineDate) say("drip", "no-deadline");
    if (!disclosureTicks.some((tick) => value[tick])) say("disclosures", "required");
  })
  .transform(({ deadlineDate, deadlineTime, deadlineZone, permittedOn, ...typed }) => {
    const { disclosureFull: full, disclosureInitials: initials, disclosureCounted: counted, ...rest } = typed;
    const allowed = { full, initials, counted };
    return {
      ...rest,
      disclosures: disclosures.filter((one) => allowed[one]),
      permittedAt: permittedOn ? new Date(`${permittedOn}T00:00:00Z`) : null,
      deadlineAt: deadlineDate && deadlineZone ? instantIn(deadlineZone, deadlineDate, deadlineTime ?? "23:59") : null,
      deadlineZone: deadlineDate ? deadlineZone : null,
    };
  });

export type Settings = z.output<typeof settingsSchema>;

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${day}T`);
}

/** Whether a time zone has this name (IANA). */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The words of an appeal in one language. All but the title may wait; what is missing keeps it from being published. */
export const appealTextSchema = z.object({
  language,
  seen: marked,
  title: typedLine(limits.title),
  request: optionalLine(limits.request).default(""),
  summary: typedText(limits.summary).default(""),
  body: typedText(limits.body).default(""),
  notice: typedText(limits.notice).default(""),
  writeHint: typedText(limits.writeHint).default(""),
});

export type AppealWords = z.output<typeof appealTextSchema>;

/** Names that may not be said, and what stands in their place in one language. */
export type Withheld = { names: CaseNames; word: string };

/** Words of an appeal as its readers see them. @param markdown whether they are: brackets before a bracket would make a link */
export function asRead(words: string, { names, word }: Withheld, markdown = false): string {
  return maskNames(words, names, markdown ? word.replace(/[[\]]/g, String.raw`\$&`) : word);
}

export const languageSchema = z.object({ language });

/** That a language was chosen; whether it is one of those a text may have is for who adds it. */
export const chosenLanguageSchema = z.object({ language: z.string("required").min(1, "required") });

/** The publishing of a revision: what it changes, and whether letters of the older ones must wait. */
export const revisionSchema = z.object({
  note: typedLine(limits.note),
  supersedes: ticked,
});

/** A moment that is typed as day, time and zone: when a campaign is published by itself, or a deadline ends later. */
export const momentSchema = z
  .object({
    deadlineDate: z.string("required").min(1, "required").pipe(isoDay),
    deadlineTime: orNull(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "invalid")),
    deadlineZone: z.string("required").min(1, "required").refine(isZone, "invalid"),
  })
  .transform(({ deadlineDate, deadlineTime, deadlineZone: zone }) => ({
    at: instantIn(zone, deadlineDate, deadlineTime ?? "23:59"),
    zone,
  }));

export type Schedule = z.output<typeof momentSchema>;

/** Why what was submitted is given back. */
export const sendBackSchema = z.object({ backReason: typedText(limits.note).pipe(z.string().min(1, "required")) });

/** What a member was shown before they approve it. */
export const approveSchema = z.object({ seen: marked });

/** A STOP. What is left empty stays private; `sure` is the word that its consequences are known. */
export const campaignStopSchema = z
  .object({
    stopReason: orNull(typedText(limits.note)),
    stopNote: orNull(typedText(limits.note)),
    discreet: ticked,
    certain: z.literal("yes", "required"),
  })
  .transform(({ stopReason: reason, stopNote: note, discreet }) => ({ reason, note, discreet }));

export type Stop = z.output<typeof campaignStopSchema>;

/** Which change goes back. */
export const chosenChangeSchema = z.object({ change: z.uuid("required") });

/** From whom a member takes over. */
export const takeOverSchema = z.object({ from: marked });

/** A form that says nothing but that its button was pressed. */
export const pressSchema = z.object({});

/** The list of campaigns as its address names it. What cannot be read there counts as not asked for. */
export const campaignQuerySchema = z.object({
  state: z.enum(CampaignState).optional().catch(undefined),
  /** Only those that end soon. */
  due: z.literal("week").optional().catch(undefined),
  /** Only open ones with a revision that is not published. */
  revised: z.literal("yes").optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export type CampaignQuery = z.infer<typeof campaignQuerySchema>;

/** The address of such a list. */
export function campaignListHref(query: CampaignQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `/desk/campaigns?${new URLSearchParams(given).toString()}` : "/desk/campaigns";
}
