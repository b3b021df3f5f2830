import type { FoundAddress, FoundRecipient } from "@/lib/importing/schema";
import { readCountry, readLanguage } from "@/lib/imports/names";
import { postOf, type RawRecipient } from "./raw-recipient";
import { findPlaces } from "./countries";
import { readDialled } from "./dial";
import { tokensOf } from "./tokens";

/** The country that a recipient stands for, as far as the recipient says it: by a label, its office, its body or its address. */
export function countryOf({ country, office, organisation, post }: RawRecipient): string | null {
  const labelled = country ? readCountry(country) : "";
  if (labelled) return labelled;
  const stated = [office, organisation].flatMap((text) => findPlaces(tokensOf(text ?? "")));
  const own = stated.find(({ by }) => by !== "city") ?? stated[0];
  return own?.country ?? countryOfPost(post) ?? null;
}

function countryOfPost(post: RawRecipient["post"]): string | null {
  const places = post.flatMap(({ text }) => findPlaces(tokensOf(text)));
  return (places.findLast(({ by }) => by === "name") ?? places.findLast(({ by }) => by === "city"))?.country ?? null;
}

/** A recipient as it is given out, its numbers dialled. `campaign`: the country the appeal is about. */
export function finishRecipient(raw: RawRecipient, campaign: string | null): FoundRecipient {
  const country = countryOf(raw) ?? campaign;
  const towns = findPlaces(tokensOf(raw.organisation ?? "")).filter(({ by }) => by === "city");
  const near = [raw.host, countryOfPost(raw.post), towns[0]?.country, country, campaign, ...topDomains(raw)];
  const countries = near.filter((code) => typeof code === "string");
  const dialled: FoundAddress[] = [];
  for (const one of raw.contacts) dialled.push(...toAddress(one, countries, dialled.at(-1)));
  const addresses = dialled.filter((one, at) => dialled.findIndex((other) => same(one, other)) === at);
  return {
    role: raw.role,
    name: raw.name,
    office: raw.office ? raw.office.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : null,
    organisation: raw.organisation,
    country,
    language: raw.language ? readLanguage(raw.language) || null : null,
    salutation: raw.salutation,
    closing: raw.closing,
    addresses: [...addresses, ...postOf(raw)],
    lines: [...new Set(raw.lines)].toSorted((one, other) => one - other),
    confidence: raw.confidence,
  };
}

function same(one: FoundAddress, other: FoundAddress): boolean {
  return one.channel === other.channel && one.value === other.value;
}

function topDomains({ contacts }: RawRecipient): string[] {
  return contacts.flatMap(({ channel, value }) => {
    const top = channel === "email" ? (/\.([a-z]{2})$/.exec(value ?? "")?.[1] ?? "") : "";
    return top ? [top === "uk" ? "GB" : top.toUpperCase()] : [];
  });
}

/** `last`: the one before it, which a short number behind a stroke goes on from: "+1 202 555 0100 / 555 0101". */
function toAddress(
  contact: RawRecipient["contacts"][number],
  countries: readonly string[],
  last: FoundAddress | undefined,
): FoundAddress[] {
  const { channel, raw, lines } = contact;
  if (contact.value !== null) return [{ channel, value: contact.value, raw, lines, confidence: 0.95 }];
  const alone = readDialled(raw, countries);
  const whole = last?.channel === channel && last.lines[0] === lines[0] ? continued(alone.value, last.value) : null;
  const { value, confidence } = !alone.value.startsWith("+") && whole ? { value: whole, confidence: 0.8 } : alone;
  return value ? [{ channel, value, raw, lines, confidence }] : [];
}

/** A short number with the beginning of the one before it. */
function continued(digits: string, before: string): string | null {
  const fits = before.startsWith("+") && /^[1-9]\d{4,}$/.test(digits) && digits.length < before.length - 3;
  return fits ? before.slice(0, before.length - digits.length) + digits : null;
}
