import type { FoundChannel } from "@/lib/importing/schema";
import { findEmails } from "./emails";
import { findNumbers } from "./numbers";
import { findLabels } from "./segments";
import type { Token } from "./tokens";

/** A way to reach somebody as it stands in a line; the value of a number is not read yet. */
export type Contact = { channel: FoundChannel; raw: string; value: string | null; start: number; end: number };

const link = /\b(?:https?:\/\/|www\.)[^\s<>"]{2,400}/gi;

/** The links of a line. */
export function findLinks(text: string): { raw: string; start: number; end: number }[] {
  return [...text.matchAll(link)].map((match) => {
    const raw = match[0].replace(/[.,;:!?)\]]+$/, "");
    return { raw, start: match.index, end: match.index + raw.length };
  });
}

/** E-mail addresses and numbers of a line. Of a number the nearest label before it says what it is; without one it is none. */
export function findContacts(text: string, tokens: readonly Token[]): Contact[] {
  const links = findLinks(text);
  const emails = findEmails(text).filter(
    ({ start, end }) => !links.some((one) => start < one.end && one.start < end && !/^mailto/i.test(one.raw)),
  );
  const labels = findLabels(text, tokens).filter(
    ({ label }) => label === "fax" || label === "telephone" || label === "other",
  );
  const numbers = findNumbers(text, [...emails, ...links]).flatMap((number): Contact[] => {
    const after = /^\s?\(\s?(?:fax|telefax)\s?\)/i.test(text.slice(number.end));
    const label = labels.findLast(({ end, start }) => end <= number.start + 1 && number.start - start < 260)?.label;
    const channel = after ? "fax" : label === "fax" || label === "telephone" ? label : null;
    return channel ? [{ channel, value: null, ...number }] : [];
  });
  return [...emails.map((email): Contact => ({ channel: "email", ...email })), ...numbers].toSorted(
    (one, other) => one.start - other.start,
  );
}
