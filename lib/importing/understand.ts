import { findEmails } from "./recognise/emails";
import { readDialled } from "./recognise/dial";
import { findLetters, takeLetter } from "./recognise/letter";
import { findNumbers } from "./recognise/numbers";
import { scanLines, type ScannedLine } from "./recognise/scan";
import type { LineModel, ReadDocument } from "./lines";
import type { Draft, FoundAddress } from "./schema";

/** The draft of a campaign from the lines of an appeal. */
export function understand({ lines, repairs, lossy }: LineModel, headers: ReadDocument["headers"]): Draft {
  const scanned = scanLines(lines);
  const [bounds] = findLetters(scanned);
  const letter = bounds ? { ...takeLetter(scanned, bounds), subject: null, language: null } : null;
  const outside = scanned.filter(({ at }) => !bounds || at < bounds.opening || at >= bounds.to);
  const recipients = outside.flatMap(addressesOf).map((address) => ({
    ...nobody,
    addresses: [address],
    lines: address.lines,
    confidence: address.confidence,
  }));
  const dates = { incident: null, issued: null, deadline: null };
  const found = { title: headers?.subject ?? null, dates, persons: [], recipients, requests: [], warnings: [] };
  const nothing = { reference: null, kind: null, originator: null, forwarder: null, language: null, country: null };
  const parts = { embassyOf: null, letter, note: null, background: null };
  return { ...nothing, ...parts, ...found, repairs, lossy, traces: {}, confidence: 0.5 };
}

const nobody = {
  role: "to" as const,
  name: null,
  office: null,
  organisation: null,
  country: null,
  language: null,
  salutation: null,
  closing: null,
};

function addressesOf(line: ScannedLine): FoundAddress[] {
  const emails = findEmails(line.text);
  const faxes = /fax/i.test(line.text) ? findNumbers(line.text, emails) : [];
  const base = { lines: line.numbers, confidence: 0.5 };
  return [
    ...emails.map(({ value, raw }) => ({ ...base, channel: "email" as const, value, raw })),
    ...faxes.map(({ raw }) => ({ ...base, channel: "fax" as const, value: readDialled(raw, []).value, raw })),
  ];
}
