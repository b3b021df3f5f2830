import type { FoundAddress, FoundRecipient } from "@/lib/importing/schema";
import { readCountry, readLanguage } from "@/lib/imports/names";
import { postOf, type RawRecipient } from "./block";
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
  const near = [countryOfPost(raw.post), towns[0]?.country, country, campaign, ...topDomains(raw)];
  const dialled = raw.contacts.flatMap((one) =>
    toAddress(
      one,
      near.filter((code) => code != null),
    ),
  );
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

function toAddress(contact: RawRecipient["contacts"][number], countries: readonly string[]): FoundAddress[] {
  const { channel, raw, lines } = contact;
  if (contact.value !== null) return [{ channel, value: contact.value, raw, lines, confidence: 0.95 }];
  const { value, confidence } = readDialled(raw, countries);
  return value ? [{ channel, value, raw, lines, confidence }] : [];
}
