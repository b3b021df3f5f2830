import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { z } from "zod";

/** `own_client`: a mailbox that a signer writes to from their own mail program, because it takes mail of ours not or not gladly. */
export const addressChannels = ["email", "fax", "post", "web_form", "own_client"] as const;
export type AddressChannel = (typeof addressChannels)[number];

export const addressLimits = { value: 1000, lines: 8, line: 100 } as const;

/** An address in the one form that is kept and compared. */
export type NormalAddress = { channel: AddressChannel; value: string; lane: string };

export type ReadAddress =
  | { address: NormalAddress; country?: string; doubtful?: boolean; error?: undefined }
  /** A code of `desk.errors.address-value`, with what it is about after a colon. */
  | { address?: undefined; error: string };

/**
 * Reads what a person typed for an address.
 * @param country of the recipient (ISO 3166-1 alpha-2): whose numbers need no country code
 * @returns the address, `country` that a number belongs to, and whether it is `doubtful`, for no plan assigns it; or an error
 */
export function readAddress(channel: AddressChannel, typed: string, country: string): ReadAddress {
  const text = typed.normalize("NFC").trim();
  if (channel === "email") return readEmail(text);
  if (channel === "fax") return readFax(text, country);
  if (channel === "own_client") return asOwnClient(readEmail(text));
  return channel === "post" ? readPost(text) : readWebForm(text);
}

// Of one office each of its letters asks, and the plan of its country is looked through twice for an answer.
const faxesRead = new Map<string, string>();
const mostFaxes = 1000;

/** A fax number as it is read aloud: +44 1632 960123. */
export function formatFax(value: string): string {
  const read = faxesRead.get(value) ?? parsePhoneNumberFromString(value)?.formatInternational() ?? value;
  if (faxesRead.size < mostFaxes) faxesRead.set(value, read);
  return read;
}

/** A kept address on one line, as a person reads it. */
export function shownAddress({ channel, value }: { channel: string; value: string }): string {
  return channel === "fax" ? formatFax(value) : value.replaceAll("\n", ", ");
}

/** One mailbox (RFC 5321 §4.1.2, without quoted-string). Its domain in lower case and ASCII (RFC 5891). */
function readEmail(text: string): ReadAddress {
  const [, local = "", typed = ""] = /^([^@\s]+)@([^@\s/?#:[\]\\]+)$/.exec(text) ?? [];
  const domain = asciiDomain(typed);
  const value = `${local}@${domain}`;
  if (!domain || !z.email().safeParse(value).success) return { error: "email" };
  return { address: { channel: "email", value, lane: domain } };
}

// The URL parser is the one thing that knows IDNA both in Node and in browsers (UTS 46). It also reads numbers as IPv4.
function asciiDomain(domain: string): string {
  const url = URL.parse(`http://${domain}`);
  return url && /[^\d.]/.test(url.hostname) ? url.hostname : "";
}

/** A number as E.164. Numbers no plan assigns pass, if they could be one: those made up for stories are such. */
function readFax(text: string, country: string): ReadAddress {
  const number = parseNumber(text, country);
  if (!number) return { error: "fax" };
  if (number.ext) return { error: "fax-extension" };
  if (!number.isPossible()) return { error: "fax-impossible" };
  const owner = number.country ?? number.getPossibleCountries()[0];
  return {
    address: { channel: "fax", value: number.number, lane: "fax" },
    ...(owner && { country: owner }),
    doubtful: !number.isValid(),
  };
}

/** What a country dials abroad with differs; "00" for "+" is understood wherever it is not that. */
function parseNumber(text: string, country: string): PhoneNumber | undefined {
  const options = { ...(isSupportedCountry(country) && { defaultCountry: country }), extract: false };
  const number = parsePhoneNumberFromString(text, options);
  if (number?.isPossible() || !text.startsWith("00")) return number;
  return parsePhoneNumberFromString(`+${text.slice(2)}`, { extract: false }) ?? number;
}

function readPost(text: string): ReadAddress {
  const lines = text.split(/\r\n?|\n/).flatMap((line) => line.trim().replace(/\s+/g, " ") || []);
  const fits = lines.length > 0 && lines.length <= addressLimits.lines;
  if (!fits || lines.some(({ length }) => length > addressLimits.line)) return { error: "post" };
  return { address: { channel: "post", value: lines.join("\n"), lane: "post" } };
}

// Names that lead nowhere outside one house (RFC 6761, RFC 6762, RFC 8375, ICANN 2024-07-29).
const privateName = /\.(?:localhost|local|internal|intranet|lan|home\.arpa|onion|invalid)\.?$/;
// What the URL parser has read as an IPv4 or IPv6 address: a ministry's form has a name.
const bareNumber = /^(?:[\d.]+|\[.*\])$/;

/** A page that every signer can open and trust: https, without name and password in it, under a public name. */
function readWebForm(text: string): ReadAddress {
  const url = /^https:\/\/\S+$/i.test(text) ? URL.parse(text) : null;
  if (!url) return { error: "web_form" };
  if (url.username || url.password) return { error: "web_form-password" };
  const { hostname } = url;
  if (!hostname.includes(".") || bareNumber.test(hostname) || privateName.test(hostname)) {
    return { error: "web_form-private" };
  }
  return { address: { channel: "web_form", value: url.href, lane: "web_form" } };
}

function asOwnClient({ address }: ReadAddress): ReadAddress {
  if (!address) return { error: "own_client" };
  return { address: { ...address, channel: "own_client", lane: "own_client" } };
}
