import { z } from "zod";
import { languageSchema } from "@/lib/letters/schema";
import { typedLine, typedText } from "@/lib/typed-text";
import {
  addressLimits,
  type AddressChannel,
  addressChannels,
  formatFax,
  type NormalAddress,
  readAddress,
} from "./address";

/** Lengths in UTF-16 code units. */
export const recipientLimits = { office: 200, short: 80, body: 200, salutation: 200, holder: 120, rows: 10 } as const;

export const holderStatuses = ["in_office", "acting", "vacant"] as const;
export const addressStatuses = ["working", "failing", "dead"] as const;

/** How an address stands: `untried` where nothing speaks against it and it has taken no letter yet. */
export type AddressStanding = AddressStatus | "untried";
type AddressStatus = (typeof addressStatuses)[number];

/** How an address stands, by its status and when it last took a letter. */
export function standingOf({
  status,
  lastWorkedAt,
}: {
  status: AddressStatus;
  lastWorkedAt: Date | null;
}): AddressStanding {
  return status === "working" && lastWorkedAt === null ? "untried" : status;
}
export const addressKinds = addressChannels;
export const longestAddress = addressLimits.value;

export type AddressInput = NormalAddress & { raw: string; status: (typeof addressStatuses)[number] };
export type TextInput = { language: string; office: string; short: string; body: string; salutation: string };

/** A recipient as its form gives it, checked. */
export type RecipientInput = {
  country: string;
  language: string;
  timeZone: string | null;
  texts: TextInput[];
  holder: { name: string | null; status: (typeof holderStatuses)[number] };
  addresses: AddressInput[];
  /** What the recipient was when the form was opened. */
  seen: string;
};

const headSchema = z.object({
  country: z.string({ error: "required" }).regex(/^[A-Z]{2}$/, "required"),
  // Empty where nobody knows: letters then leave in their writer's language.
  language: languageSchema.or(z.literal("")),
  timeZone: z
    .string()
    .default("")
    .refine((zone) => zone === "" || isTimeZone(zone), "invalid")
    .transform((zone) => zone || null),
  holderName: optionalLine(recipientLimits.holder),
  holderStatus: z.enum(holderStatuses, "required"),
  seen: z.string().default(""),
});

const textSchemas = {
  office: typedLine(recipientLimits.office),
  short: typedLine(recipientLimits.short),
  body: optionalLine(recipientLimits.body),
  salutation: typedLine(recipientLimits.salutation),
} as const;

export const textFields = Object.keys(textSchemas) as (keyof typeof textSchemas)[];

type Form = Record<string, string>;
type Report = (field: string, code: string) => void;

/**
 * The flat form of a recipient: beside its own fields `text-<language>-office` and so on, the first language in `languages`
 * complete, each other one complete or empty; and rows `address-<n>-channel`, `-value`, `-status`, those without a value left
 * out. Its numbers are read as those of `host`, where that is given. Messages are keys of `desk.errors`.
 */
export const recipientSchema = z.record(z.string(), z.string()).transform((form, context): RecipientInput => {
  const report: Report = (field, code) => context.addIssue({ code: "custom", path: [field], message: code });
  const head = headSchema.safeParse(form);
  for (const { path, message } of head.error?.issues ?? []) report(String(path[0]), message);
  if (form.holderStatus === "vacant" && form.holderName?.trim()) report("holderName", "vacant");
  const texts = readTexts(form, report);
  const addresses = readAddresses(form, report);
  if (!head.success) return z.NEVER;
  const { holderName, holderStatus, ...rest } = head.data;
  return { ...rest, texts, addresses, holder: { name: holderName || null, status: holderStatus } };
});

function readTexts(form: Form, report: Report): TextInput[] {
  const languages = (form.languages ?? "").split(" ").filter((one) => languageSchema.safeParse(one).success);
  if (languages.length === 0) report("languages", "required");
  return languages.flatMap((language, index) => {
    const name = (field: string) => `text-${language}-${field}`;
    if (index > 0 && textFields.every((field) => !form[name(field)]?.trim())) return [];
    const read = (field: (typeof textFields)[number]) => {
      const result = textSchemas[field].safeParse(form[name(field)] ?? "");
      if (!result.success) report(name(field), result.error.issues[0]?.message ?? "invalid");
      return result.data ?? "";
    };
    return [
      { language, office: read("office"), short: read("short"), body: read("body"), salutation: read("salutation") },
    ];
  });
}

// Made once: making a schema costs more than a whole form takes to read, and an import reads 100,000 of them.
const addressSchemas = {
  value: typedText(addressLimits.value),
  channel: z.enum(addressChannels),
  status: z.enum(addressStatuses).catch("working"),
} as const;

function readAddresses(form: Form, report: Report): AddressInput[] {
  const read: AddressInput[] = [];
  for (let row = 0; row < recipientLimits.rows; row += 1) {
    const field = (part: string) => `address-${row}-${part}`;
    const typed = addressSchemas.value.safeParse(form[field("value")] ?? "");
    if (!typed.success) report(field("value"), typed.error.issues[0]?.message ?? "invalid");
    if (!typed.data) continue;
    const channel = addressSchemas.channel.safeParse(form[field("channel")]);
    if (!channel.success) {
      report(field("channel"), "required");
      continue;
    }
    const { address, error } = readAddress(channel.data, typed.data, form.host || (form.country ?? ""));
    if (!address) report(field("value"), error === "fax-impossible" ? `${error}:${typed.data}` : error);
    else if (read.some(({ channel: kind, value }) => kind === address.channel && value === address.value)) {
      report(field("value"), "twice");
    } else {
      const status = addressSchemas.status.parse(form[field("status")]);
      read.push({ ...address, raw: typed.data, status });
    }
  }
  return read;
}

function optionalLine(most: number) {
  return z
    .string()
    .default("")
    .transform((value) => value.trim())
    .pipe(z.union([z.literal(""), typedLine(most)]));
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How an address was understood, for the person who types it; null while it cannot be, or needs no telling. */
export function understandAddress(
  channel: string,
  typed: string,
  country: string,
): { text: string; country: string | undefined; doubtful: boolean } | null {
  const kind: AddressChannel | undefined = addressChannels.find((one) => one === channel);
  const result = kind && typed.trim() ? readAddress(kind, typed, country) : null;
  if (!result?.address) return null;
  const { value } = result.address;
  const text = kind === "fax" ? formatFax(value) : value;
  if (kind !== "fax" && text === typed.trim()) return null;
  return { text, country: result.country, doubtful: result.doubtful === true };
}

/** What is done to one recipient in the list of a campaign: `up <id>`, `copy <id>` and so on. */
export const recipientActs = ["up", "down", "to", "copy", "out"] as const;

export const recipientActSchema = z.object({
  act: z
    .string({ error: "invalid" })
    .transform((value) => value.split(" "))
    .pipe(z.tuple([z.enum(recipientActs), z.uuid()], "invalid")),
});

/** One of the organisation's recipients, chosen for a campaign. */
export const chosenRecipientSchema = z.object({ recipient: z.uuid("required") });

/** So many offices a form offers at once; the others are found by searching. */
export const offeredAtOnce = 50;
/** Where fewer are offered nobody has to search. */
export const searchedFrom = 20;

/** What offices are searched by; whatever cannot be read there counts as not asked for. */
export const officeSearchSchema = z.object({ q: optionalLine(100).catch("") });
