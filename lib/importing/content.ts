import type { Draft, FoundAddress, FoundLetter, FoundRecipient } from "./schema";

type RecipientContent = Omit<FoundRecipient, "addresses" | "lines" | "confidence"> & {
  addresses: Pick<FoundAddress, "channel" | "value">[];
};

/** What an appeal says, without how and where that was found. Recipients stand before those who get copies. */
export type AppealContent = Pick<
  Draft,
  | "reference"
  | "kind"
  | "title"
  | "originator"
  | "forwarder"
  | "language"
  | "country"
  | "dates"
  | "deadlineClock"
  | "embassyOf"
> & {
  persons: string[];
  recipients: RecipientContent[];
  letter: Omit<FoundLetter, "lines" | "confidence"> | null;
  note: string | null;
  request: string | null;
  summary: string | null;
  background: string | null;
  requests: string[];
};

/** What a draft says: all that a text made from it must bring back. How an address was written (`raw`) is not part of it. */
export function contentOf(draft: Draft): AppealContent {
  const { reference, kind, title, originator, forwarder, language, country, dates, deadlineClock, embassyOf } = draft;
  const recipients = draft.recipients.map(({ lines: _lines, confidence: _confidence, addresses, ...rest }) => ({
    ...rest,
    addresses: addresses.map(({ channel, value }) => ({ channel, value })),
  }));
  return {
    reference,
    kind,
    title,
    originator,
    forwarder,
    language,
    country,
    dates,
    deadlineClock,
    embassyOf,
    persons: draft.persons.map(({ name }) => name),
    recipients: [
      ...recipients.filter(({ role }) => role === "to"),
      ...recipients.filter(({ role }) => role === "copy"),
    ],
    letter: draft.letter && letterContent(draft.letter),
    note: draft.note?.text ?? null,
    request: draft.request?.text ?? null,
    summary: draft.summary?.text ?? null,
    background: draft.background?.text ?? null,
    requests: draft.requests.map(({ text }) => text),
  };
}

function letterContent({ lines: _lines, confidence: _confidence, ...letter }: FoundLetter) {
  return letter;
}
