import { z } from "zod";
import { listCountries } from "@/lib/format";
import { languageSchema } from "@/lib/letters/schema";
import { type AddressChannel, readAddress } from "@/lib/recipients/address";
import { type AddressInput, recipientLimits } from "@/lib/recipients/schema";
import { optionalLine, typedLine, typedText } from "@/lib/typed-text";

/** Lengths in UTF-16 code units; `file` in bytes. */
export const embassyLimits = { country: 100, covers: 2000, address: 1000, file: 1_000_000, rows: 2000 } as const;

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

const addressText = typedText(embassyLimits.address).default("");

/** The flat form of an embassy, and a line of a file. Countries by code (ISO 3166-1) or by their English names. */
export const embassySchema = z
  .object({
    represents: countrySchema,
    host: countrySchema,
    coversAlso: countriesSchema.default([]),
    office: typedLine(recipientLimits.office),
    salutation: typedLine(recipientLimits.salutation),
    holder: optionalLine(recipientLimits.holder).default(""),
    language: languageSchema.default("en"),
    email: addressText,
    fax: addressText,
    post: addressText,
    seen: z.string().default(""),
  })
  .transform(({ email, fax, post, ...rest }, context): EmbassyInput => {
    const report = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const { represents, host, coversAlso } = rest;
    if (represents === host) report("host", "own-country");
    if (coversAlso.includes(host) || coversAlso.includes(represents)) report("coversAlso", "covers-itself");
    const typed = { email, fax, post };
    const addresses = embassyChannels.flatMap((channel): AddressInput[] => {
      if (!typed[channel]) return [];
      const { address, error } = readAddress(channel, typed[channel], host);
      if (!address) report(channel, error === "fax-impossible" ? `${error}:${typed[channel]}` : error);
      return address ? [{ ...address, raw: typed[channel], status: "working" }] : [];
    });
    if (!email && !fax && !post) report("email", "no-address");
    return { ...rest, addresses };
  });

/** A country by its code or its English name. */
function countryOf(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  return listCountries("en").find(({ code, name }) => code.toLowerCase() === text || name.toLowerCase() === text)?.code;
}
