import { z } from "zod";
import { listCountries } from "@/lib/format";
import { languageSchema } from "@/lib/letters/schema";
import { type AddressChannel, readAddress } from "@/lib/recipients/address";
import { type AddressInput, recipientLimits } from "@/lib/recipients/schema";
import { optionalLine, typedLine, typedText } from "@/lib/typed-text";

/** Lengths in UTF-16 code units; `file` in bytes. */
export const embassyLimits = {
  country: 100,
  covers: 2000,
  address: 1000,
  file: 1_000_000,
  rows: 2000,
  shown: 50,
} as const;

/** The ways an embassy's form knows to reach it, in the order in which they are tried. */
export const embassyChannels = ["email", "fax", "post"] as const satisfies AddressChannel[];

/** An embassy as its form or a line of a file gives it, checked. */
export type EmbassyInput = {
  represents: string;
  host: string;
  coversAlso: string[];
  office: string;
  salutation: string;
  holder: string;
  language: string;
  addresses: AddressInput[];
  /** What its recipient was when the form was opened. */
  seen: string;
};

/** The columns of a file, by the fields of the form. `sample` marks what is invented. */
export const fileColumns = {
  represents: "represents",
  host: "host",
  coversAlso: "covers_also",
  office: "office",
  salutation: "salutation",
  holder: "holder",
  language: "language",
  email: "email",
  fax: "fax",
  post: "post",
  sample: "sample",
} as const;

/** One country by its code or English name, as its code. */
export const countrySchema = typedLine(embassyLimits.country).transform((typed, context) => {
  const code = countryOf(typed);
  if (!code) context.addIssue({ code: "custom", message: `unknown-country:${typed}` });
  return code ?? z.NEVER;
});

/** Countries with commas between them, as codes in order. */
export const countriesSchema = optionalLine(embassyLimits.covers).transform((typed, context) => {
  const names = typed.split(/[,;]/).flatMap((one) => one.trim() || []);
  const unknown = names.filter((name) => !countryOf(name));
  if (unknown.length > 0) context.addIssue({ code: "custom", message: `unknown-country:${unknown.join(", ")}` });
  return [...new Set(names.flatMap((name) => countryOf(name) ?? []))].toSorted();
});

const headSchema = z.object({
  represents: countrySchema,
  host: countrySchema,
  coversAlso: countriesSchema.default([]),
  office: typedLine(recipientLimits.office),
  salutation: typedLine(recipientLimits.salutation),
  holder: optionalLine(recipientLimits.holder).default(""),
  language: languageSchema.default("en"),
  seen: z.string().default(""),
});

type Form = Record<string, string>;
type Report = (field: string, code: string) => void;

/**
 * The flat form of an embassy, and a line of a file. Countries by code (ISO 3166-1) or by their English names. Everything that
 * is wrong is told at once; messages are keys of `desk.errors`.
 */
export const embassySchema = z.record(z.string(), z.string()).transform((form, context): EmbassyInput => {
  const report: Report = (field, message) => context.addIssue({ code: "custom", path: [field], message });
  const head = headSchema.safeParse(form);
  for (const { path, message } of head.error?.issues ?? []) report(String(path[0]), message);
  const addresses = readAddresses(form, countryOf(form.host ?? "") ?? "", report);
  if (!head.success) return z.NEVER;
  const { represents, host, coversAlso } = head.data;
  if (represents === host) report("host", "own-country");
  if (coversAlso.includes(host) || coversAlso.includes(represents)) report("coversAlso", "covers-itself");
  return { ...head.data, addresses };
});

function readAddresses(form: Form, host: string, report: Report): AddressInput[] {
  if (embassyChannels.every((channel) => !form[channel]?.trim())) report("email", "no-address");
  return embassyChannels.flatMap((channel): AddressInput[] => {
    const text = typedText(embassyLimits.address).safeParse(form[channel] ?? "");
    if (!text.success) report(channel, text.error.issues[0]?.message ?? "invalid");
    if (!text.data) return [];
    const { address, error } = readAddress(channel, text.data, host);
    if (!address) report(channel, error === "fax-impossible" ? `${error}:${text.data}` : error);
    return address ? [{ ...address, raw: text.data, status: "working" }] : [];
  });
}

/** A country by its code or its English name. */
function countryOf(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  return listCountries("en").find(({ code, name }) => code.toLowerCase() === text || name.toLowerCase() === text)?.code;
}
