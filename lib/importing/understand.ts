import type { LineModel, ReadDocument } from "./lines";
import { isProse } from "./recognise/block";
import { findCountry } from "./recognise/campaign-country";
import { findCampaignDates } from "./recognise/campaign-dates";
import { findEmbassyOf } from "./recognise/embassy";
import type { Finding } from "./recognise/finding";
import { finishRecipient } from "./recognise/finish-recipient";
import { findKind } from "./recognise/kind";
import { readLanguagesOf } from "./recognise/language";
import { findLetters, takeLetter } from "./recognise/letter";
import { findMailBlocks } from "./recognise/mail-block";
import { findParties } from "./recognise/parties";
import { findPersons } from "./recognise/persons";
import { findPreferredLanguage } from "./recognise/preferred-language";
import { findRecipients } from "./recognise/recipients";
import { findReference } from "./recognise/reference";
import { findRequests } from "./recognise/requests";
import { withSaluted } from "./recognise/saluted";
import { scanLines, type ScannedLine } from "./recognise/scan";
import { textOf } from "./recognise/section-text";
import { mainDomain, senderDomains, withoutSender } from "./recognise/sender-domains";
import { findSubject } from "./recognise/subject";
import { findTextWarnings } from "./recognise/text-warnings";
import { findTitle } from "./recognise/title";
import { findWarnings } from "./recognise/warnings";
import { divide, type Zone } from "./recognise/zones";
import type { Draft, FoundRecipient } from "./schema";

/**
 * The draft of a campaign from the lines of an appeal: what each recogniser found, the surest of it, with what a member should
 * look at. It never fails: what is not there is null.
 * @param today "2026-11-27", against which a deadline is past
 */
export function understand(
  { lines: model, repairs, lossy }: LineModel,
  headers: ReadDocument["headers"],
  today = new Date().toISOString().slice(0, 10),
): Draft {
  const lines = scanLines(model);
  const letters = findLetters(lines);
  const [bounds] = letters;
  const mails = findMailBlocks(lines);
  const divided = divide(lines, letters, mails);
  const own = senderDomains(lines, divided, headers?.from ?? null);
  const zones = withoutSender(lines, divided, own);
  const raw = withSaluted(findRecipients(lines, zones, letters), bounds && lines[bounds.opening]);
  const country = findCountry(lines, zones, raw, findEmbassyOf(lines, zones, null));
  const embassyOf = findEmbassyOf(lines, zones, country?.value ?? null);
  const language = findPreferredLanguage(lines, zones);
  const recipients = raw
    .map((one) => finishRecipient(one, country?.value ?? null))
    .map((one) => ({ ...withoutOwn(one, own), language: one.language ?? language?.value ?? null }))
    .filter((one) => isWorthIt(one, embassyOf?.value ?? null));
  const parties = findParties(lines, zones, letters, mails, headers);
  const dates = findCampaignDates(lines, zones, headers);
  const told = textLines(
    lines,
    zones,
    raw.flatMap((one) => one.lines),
  );
  const [spoken] = readLanguagesOf(told);
  const single = {
    reference: findReference(lines, zones),
    kind: findKind(lines, zones, parties.forwarder !== null),
    title: findTitle(lines, zones, mails, headers),
    ...parties,
    country,
    embassyOf,
    language: spoken ? { value: spoken.language, lines: [], confidence: spoken.share } : null,
  };
  const subject = findSubject(lines, zones, bounds);
  const inside = bounds ? lines.slice(bounds.body, bounds.end) : [];
  const found = {
    reference: single.reference?.value ?? null,
    kind: single.kind?.value ?? null,
    title: single.title?.value ?? null,
    originator: single.originator?.value ?? null,
    forwarder: single.forwarder?.value ?? null,
    language: single.language?.value ?? null,
    country: single.country?.value ?? null,
    dates: {
      incident: dates.incident?.value ?? null,
      issued: dates.issued?.value ?? null,
      deadline: dates.deadline?.value ?? null,
    },
    persons: findPersons(
      lines,
      zones,
      recipients.flatMap(({ name }) => name ?? []),
    ),
    recipients,
    embassyOf: single.embassyOf?.value ?? null,
    letter: bounds
      ? {
          ...takeLetter(lines, bounds),
          subject: subject?.value ?? null,
          language: readLanguagesOf(inside)[0]?.language ?? single.language?.value ?? null,
        }
      : null,
    note: textOf(lines, zones, "note", 0.8),
    background: textOf(lines, zones, "background", 0.8),
    requests: findRequests(lines, zones),
    repairs,
    lossy,
    traces: tracesOf({
      ...single,
      "letter.subject": subject,
      "dates.incident": dates.incident,
      "dates.issued": dates.issued,
      "dates.deadline": dates.deadline,
    }),
  };
  const warnings = [
    ...findWarnings({ draft: found, dates, letters: letters.length, today }),
    ...findTextWarnings(lines, told),
  ];
  return { ...found, warnings, confidence: confidenceOf(found) };
}

/** The lines that are told, not listed: without the recipients' own and the heads of mails. */
function textLines(lines: readonly ScannedLine[], zones: readonly Zone[], listed: readonly number[]): ScannedLine[] {
  const own = new Set(listed);
  return lines.filter((line) => zones[line.at] !== "mail" && (isProse(line) || !line.numbers.some((n) => own.has(n))));
}

function tracesOf(single: Record<string, Finding<string> | null>): Draft["traces"] {
  return Object.fromEntries(
    Object.entries(single).flatMap(([name, one]) =>
      one ? [[name, { lines: [...one.lines], confidence: round(one.confidence) }]] : [],
    ),
  );
}

/** Addresses of the sender are no target's, nor what stands beside them without an office. */
function withoutOwn(one: FoundRecipient, own: ReadonlySet<string>): FoundRecipient {
  const kept = one.addresses.filter(
    ({ channel, value }) => channel !== "email" || !own.has(mainDomain(value.slice(value.indexOf("@") + 1))),
  );
  return { ...one, addresses: kept.length < one.addresses.length && !one.office ? [] : kept };
}

/** Nobody without an address; and an embassy without one, where the readers' own embassies are meant. */
function isWorthIt({ name, office, organisation, addresses }: FoundRecipient, embassyOf: string | null): boolean {
  if (addresses.length > 0) return true;
  if (!name && !office) return false;
  return !(embassyOf && !name && /ambass|embass|botschaft|embaj|embaix|ambasc|대사/i.test(`${office} ${organisation}`));
}

/** How sure the reader is of the whole: the recipients and the letter count most. */
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
