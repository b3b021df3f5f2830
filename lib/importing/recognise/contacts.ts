import { cutEnd } from "./cut-end";
import { remembering } from "./remember";
import type { FoundChannel } from "@/lib/importing/schema";
import { findEmails } from "./emails";
import { findNumbers, type FoundNumber } from "./numbers";
import { findLabels, type FoundLabel } from "./segments";
import type { Token } from "./tokens";

/** A way to reach somebody as it stands in a line; the value of a number is not read yet. */
export type Contact = { channel: FoundChannel; raw: string; value: string | null; start: number; end: number };

const link = /\b(?:https?:\/\/|www\.)[^\s<>"]{2,400}/gi;

/** The links of a line. */
export function findLinks(text: string): { raw: string; start: number; end: number }[] {
  if (!text.includes("://") && !/www\./i.test(text)) return [];
  return [...text.matchAll(link)].map((match) => {
    const raw = cutEnd(match[0], ".,;:!?)]");
    return { raw, start: match.index, end: match.index + raw.length };
  });
}

/** E-mail addresses and numbers of a line. Of a number the nearest label before it says what it is; without one it is none. */
export const findContacts = remembering((text, tokens: readonly Token[]): Contact[] => {
  const links = findLinks(text);
  const emails = findEmails(text).filter(
    ({ start, end }) => !links.some((one) => start < one.end && one.start < end && !/^mailto/i.test(one.raw)),
  );
  const labels = findLabels(text, tokens).filter(
    ({ label }) => label === "fax" || label === "telephone" || label === "other",
  );
  const numbers: Contact[] = [];
  for (const number of findNumbers(text, [...emails, ...links])) {
    const channel = channelOf(text, number, labels, numbers.at(-1));
    if (channel) numbers.push({ channel, value: null, ...number });
  }
  return [...emails.map((email): Contact => ({ channel: "email", ...email })), ...numbers].toSorted(
    (one, other) => one.start - other.start,
  );
});

/** "fax +1 … or +1 …": what stands between two numbers of one label. */
const between =
  /^[\s,;/&()+]{0,4}(?:or|and|o|ou|oder|y|et|und|e)?(?:\s?\([^)]{1,30}\))?[\s,;/&()+]{0,4}(?:or|and|o|ou|oder|y|et|und|e)?[\s,;/&()+]{0,4}$/i;

function channelOf(
  text: string,
  { start, end }: FoundNumber,
  labels: readonly FoundLabel[],
  last: Contact | undefined,
): "fax" | "telephone" | null {
  if (/^\s?\(\s?(?:fax|telefax)\s?\)/i.test(text.slice(end))) return "fax";
  const label = labels.findLast((one) => one.end <= start + 1 && start - one.start < 260);
  if (label?.label !== "fax" && label?.label !== "telephone") return null;
  // A label that has its number already speaks only of what directly follows: a postcode in the next address is no number.
  const used = last && last.start >= label.end - 1;
  return used && !between.test(text.slice(last.end, start)) ? null : label.label;
}
