import type { LineModel, ReadDocument } from "./lines";
import { findAddressees, type Addressees } from "./recognise/addressees";
import { takeApart, type AppealParts } from "./recognise/appeal-parts";
import { findCampaignDates, type CampaignDates } from "./recognise/campaign-dates";
import type { Finding } from "./recognise/finding";
import { findKind } from "./recognise/kind";
import { readLanguagesOf } from "./recognise/language";
import { takeLetter } from "./recognise/letter";
import { findNarrative } from "./recognise/narrative";
import { findParties, type Parties } from "./recognise/parties";
import { findPersons } from "./recognise/persons";
import { isProse } from "./recognise/prose-line";
import { forgetTexts } from "./recognise/remember";
import { findReference, listReferences } from "./recognise/reference";
import { findRequests } from "./recognise/requests";
import type { ScannedLine } from "./recognise/scan";
import { textOf } from "./recognise/section-text";
import { findSubject } from "./recognise/subject";
import { findTextWarnings } from "./recognise/text-warnings";
import { findTitle } from "./recognise/title";
import { findWarnings } from "./recognise/warnings";
import type { Draft, FoundLetter } from "./schema";

/**
 * The draft of a campaign from the lines of an appeal: what each recogniser found, the surest of it, with what a member should
 * look at. It never fails: what is not there is null.
 * @param today "2026-11-27", against which a deadline is past
 */
export function understand(
  model: LineModel,
  headers: ReadDocument["headers"],
  today = new Date().toISOString().slice(0, 10),
): Draft {
  try {
    return draftOf(model, headers, today);
  } finally {
    forgetTexts();
  }
}

function draftOf(model: LineModel, headers: ReadDocument["headers"], today: string): Draft {
  const parts = takeApart(model, headers);
  const { lines, zones, letters } = parts;
  const parties = findParties(lines, zones, letters, parts.mails, headers);
  const senders = [parties.originator, parties.forwarder, ...parties.senders].flatMap((one) => one?.value ?? []);
  const addressees = findAddressees(parts, senders);
  const { recipients } = addressees;
  const told = textLines(parts, addressees);
  const dates = findCampaignDates(lines, zones, headers);
  const { values, traces } = single(parts, headers, { addressees, parties, dates, told });
  const subject = findSubject(lines, zones, letters[0]);
  const holders = recipients.flatMap((one) =>
    one.office && !addressees.personal.includes(one) ? (one.name ?? []) : [],
  );
  const requests = findRequests(lines, zones);
  const used = new Set([...addressees.listed, ...requests.flatMap((one) => one.lines), ...(traces.title?.lines ?? [])]);
  const draft = {
    ...values,
    persons: findPersons(lines, zones, holders),
    recipients,
    letter: letterOf(parts, subject, values.language),
    note: textOf(lines, zones, "note", 0.8),
    background: textOf(lines, zones, "background", 0.8) ?? findNarrative(lines, zones, used),
    requests,
    request: null,
    summary: null,
    deadlineClock: null,
    repairs: model.repairs,
    lossy: model.lossy,
    traces: { ...traces, ...tracesOf({ "letter.subject": subject }) },
  };
  const warnings = findWarnings({
    draft,
    dates,
    personal: addressees.personal,
    senders: parties.senders,
    letters: letters.length,
    references: listReferences(lines, zones),
    today,
  });
  return { ...draft, warnings: [...warnings, ...findTextWarnings(lines, told)], confidence: confidenceOf(draft) };
}

type Read = { addressees: Addressees; parties: Parties; dates: CampaignDates; told: readonly ScannedLine[] };

/** The single values of a draft, with the lines each was read from. */
function single(parts: AppealParts, headers: ReadDocument["headers"], { addressees, parties, dates, told }: Read) {
  const { lines, zones, mails } = parts;
  const { country, embassyOf } = addressees;
  const { originator, forwarder, passed } = parties;
  const reference = findReference(lines, zones);
  const kind = findKind(lines, zones, passed, reference);
  const title = findTitle(lines, zones, mails, headers);
  const [spoken] = readLanguagesOf(told);
  const language = spoken ? { value: spoken.language, lines: [], confidence: spoken.share } : null;
  const { incident, issued, deadline } = dates;
  const traced = { reference, kind, title, originator, forwarder, language, country, embassyOf };
  const values = {
    reference: valueOf(reference),
    kind: valueOf(kind),
    title: valueOf(title),
    originator: valueOf(originator),
    forwarder: valueOf(forwarder),
    language: valueOf(language),
    country: valueOf(country),
    embassyOf: valueOf(embassyOf),
    dates: { incident: valueOf(incident), issued: valueOf(issued), deadline: valueOf(deadline) },
  };
  const days = { "dates.incident": incident, "dates.issued": issued, "dates.deadline": deadline };
  return { values, traces: tracesOf({ ...traced, ...days }) };
}

function valueOf<T>(finding: Finding<T> | null): T | null {
  return finding?.value ?? null;
}

function letterOf(
  { lines, letters }: AppealParts,
  subject: Finding<string> | null,
  spoken: string | null,
): FoundLetter | null {
  const [bounds] = letters;
  if (!bounds) return null;
  const [own] = readLanguagesOf(lines.slice(bounds.body, bounds.end));
  return { ...takeLetter(lines, bounds), subject: valueOf(subject), language: own?.language ?? spoken };
}

/** The lines that are told, not listed: without the recipients' own and the heads of mails. */
function textLines({ lines, zones }: AppealParts, { listed }: Addressees): ScannedLine[] {
  return lines.filter(
    (line) => zones[line.at] !== "mail" && (isProse(line) || !line.numbers.some((n) => listed.has(n))),
  );
}

function tracesOf(findings: Record<string, Finding<string> | null>): Draft["traces"] {
  return Object.fromEntries(
    Object.entries(findings).flatMap(([name, one]) =>
      one ? [[name, { lines: [...one.lines], confidence: round(one.confidence) }]] : [],
    ),
  );
}

/** How sure the reader is of the whole: each recipient counts, the letter, and each single value. */
function confidenceOf({ recipients, letter, traces }: Pick<Draft, "recipients" | "letter" | "traces">): number {
  const parts = [
    ...recipients.map(({ confidence }) => confidence),
    letter?.confidence ?? 0.3,
    ...(recipients.length === 0 ? [0.2] : []),
    ...Object.values(traces).map(({ confidence }) => confidence),
  ];
  return round(parts.reduce((sum, one) => sum + one, 0) / parts.length);
}

function round(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;
}
