import { remembering } from "./remember";
import type { RawRecipient } from "./raw-recipient";
import { tokensOf } from "./tokens";

/** Whether two readings are of one recipient: by the holder's name, or by the office where not both have a name. */
export function isSameRecipient(one: RawRecipient, other: RawRecipient): boolean {
  if (one.name && other.name) return sameName(one.name, other.name);
  if (!one.office || !other.office) return false;
  const [short = [], long = []] = [nameWords(one.office), nameWords(other.office)].toSorted(
    (a, b) => a.length - b.length,
  );
  return short.length > (isBare(one) || isBare(other) ? 0 : 1) && short.every((word) => long.includes(word));
}

/** Without a way to reach them. */
export function isBare({ contacts, post }: RawRecipient): boolean {
  return contacts.length === 0 && post.length === 0;
}

/** The shorter name within the longer: "Musharraf" and "General Pervez Musharraf". */
export function sameName(one: string, other: string): boolean {
  return sameWords(nameWords(one), nameWords(other));
}

/** As `sameName`, of names whose words are known. */
export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** The words by which names and offices are held against each other. */
export const nameWords = remembering((text): string[] => {
  return tokensOf(text)
    .map(({ word }) => word)
    .filter((word) => !/^(?:of|the|and|for|de|la|el|du|des|der|a|mr|mrs|ms|dr)$/.test(word));
});

/** What two readings of one recipient say together. */
export function joinRecipients(one: RawRecipient, other: RawRecipient): RawRecipient {
  const known = new Set(one.contacts.map(({ channel, raw }) => `${channel} ${raw.toLowerCase()}`));
  return {
    ...one,
    name: longer(one.name, other.name),
    office: longer(one.office, other.office),
    organisation: one.organisation ?? other.organisation,
    country: one.country ?? other.country,
    host: one.host ?? other.host,
    language: one.language ?? other.language,
    salutation: one.salutation ?? other.salutation,
    closing: one.closing ?? other.closing,
    contacts: [
      ...one.contacts,
      ...other.contacts.filter(({ channel, raw }) => !known.has(`${channel} ${raw.toLowerCase()}`)),
    ],
    post: one.post.length > 0 ? one.post : other.post,
    posted: one.posted || other.posted,
    personal: one.personal || other.personal,
    lines: joinNumbers(one.lines, other.lines),
    confidence: Math.max(one.confidence, other.confidence),
  };
}

// Who stands in more places was read well enough.
const most = 300;

function joinNumbers(one: number[], other: number[]): number[] {
  return one.length > most ? one : [...new Set([...one, ...other])].toSorted((a, b) => a - b);
}

function longer(one: string | null, other: string | null): string | null {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one;
}
