import type { Draft, FoundRecipient, Warning } from "@/lib/importing/schema";
import type { CampaignDates } from "./campaign-dates";
import type { Finding } from "./finding";
import { isOrganisation } from "./organisation";
import { findOwnClosings } from "./own-closings";

/** What was read and what warnings are made from; `letters`: how many sample letters there are; `personal`: who may be private; `senders`: private persons who sent it. */
export type ForWarnings = {
  draft: Omit<Draft, "warnings" | "confidence">;
  dates: CampaignDates;
  personal: readonly FoundRecipient[];
  senders: readonly Finding<string>[];
  letters: number;
  /** Of each appeal that has a head of its own. */
  references: readonly string[];
  today: string;
};

/** What a member should look at in a draft. */
export function findWarnings(read: ForWarnings): Warning[] {
  return [
    ...(read.references.length > 1 ? [warning("several-appeals", { references: read.references.join(", ") })] : []),
    ...ofRecipients(read),
    ...ofPersons(read),
    ...ofLetter(read),
    ...findOwnClosings(read.draft),
    ...ofDates(read),
  ];
}

const general =
  /^(?:webmaster|web|info|information|contact|mail|admin|office|postmaster|enquiries|support|press|media|pr|secretariat|general|webadmin|informacion|contacto|contato|kontakt|poststelle|postmaster)@/;

function ofRecipients({ draft }: ForWarnings): Warning[] {
  const to = draft.recipients.filter(({ role }) => role === "to");
  if (draft.recipients.length === 0 && draft.embassyOf === null) return [warning("no-target"), warning("no-address")];
  const reached = draft.recipients.some(({ addresses }) => addresses.some(({ channel }) => channel !== "telephone"));
  return [
    ...(to.length === 0 && draft.embassyOf === null
      ? [
          warning(
            "copies-only",
            {},
            draft.recipients.flatMap(({ lines }) => lines),
          ),
        ]
      : []),
    ...(reached ? [] : [warning("no-address")]),
    ...draft.recipients.flatMap(ofRecipient),
    ...shared(draft.recipients),
  ];
}

function ofRecipient(one: FoundRecipient): Warning[] {
  const who = nameOf(one);
  const reached = one.addresses.some(({ channel }) => channel !== "telephone");
  return [
    ...(reached ? [] : [warning("recipient-without-address", { recipient: who }, one.lines)]),
    ...(who === "" ? [warning("address-without-recipient", { address: one.addresses[0]?.raw ?? "" }, one.lines)] : []),
    ...one.addresses.flatMap(({ channel, value, raw, lines }) => [
      ...(channel === "email" && general.test(value) ? [warning("general-mailbox", { address: value }, lines)] : []),
      ...(/^(?:fax|telephone)$/.test(channel) && !value.startsWith("+")
        ? [warning("number-without-country", { number: raw }, lines)]
        : []),
    ]),
  ];
}

/** Who may be a person at risk or close to one and stands as a recipient, and that nobody was found who is at risk. */
function ofPersons({ draft, personal, senders }: ForWarnings): Warning[] {
  return [
    ...personal.map((one) =>
      warning("person-as-recipient", { recipient: nameOf(one) || (one.addresses[0]?.raw ?? "") }, one.lines),
    ),
    ...(draft.persons.length === 0 ? [warning("no-person")] : []),
    ...new Map(senders.map(({ value, lines }) => [value, warning("private-sender", { name: value }, lines)])).values(),
  ];
}

function nameOf({ name, office, organisation }: FoundRecipient): string {
  return name ?? office ?? organisation ?? "";
}

/** One address for two recipients may be a slip. */
function shared(recipients: readonly FoundRecipient[]): Warning[] {
  const owners = new Map<string, FoundRecipient[]>();
  for (const one of recipients) {
    for (const { channel, value } of one.addresses) {
      const key = `${channel} ${channel === "post" ? (value.split("\n").find((line) => /\d/.test(line)) ?? value) : value}`;
      if (channel !== "telephone") owners.set(key, [...(owners.get(key) ?? []), one]);
    }
  }
  return [...owners].flatMap(([key, [one, other]]) =>
    one && other && one !== other
      ? [
          warning(
            "shared-address",
            { address: key.slice(key.indexOf(" ") + 1), one: nameOf(one), other: nameOf(other) },
            [...one.lines, ...other.lines],
          ),
        ]
      : [],
  );
}

function ofLetter({ draft, letters }: ForWarnings): Warning[] {
  const { letter } = draft;
  if (!letter) return [warning("no-letter")];
  const signed = letter.signOff?.split("\n").find((line) => isOrganisation(line) || line === draft.originator);
  return [
    ...(letter.opening === null ? [warning("no-salutation", {}, letter.lines.slice(0, 1))] : []),
    ...(letter.closing === null ? [warning("no-closing", {}, letter.lines.slice(-1))] : []),
    ...(signed ? [warning("signed-by-originator", { name: signed }, letter.lines.slice(-1))] : []),
    ...(letters > 1 ? [warning("several-letters", { count: String(letters) })] : []),
  ];
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

function ofDates({ dates, today }: ForWarnings): Warning[] {
  const { all, incident, issued, deadline } = dates;
  const days = { incident: incident?.value ?? "", issued: issued?.value ?? "", deadline: deadline?.value ?? "" };
  const { lines = [] } = deadline ?? {};
  return [
    ...all.flatMap(ofDate),
    ...(deadline && deadline.value < today ? [warning("deadline-past", { date: days.deadline }, lines)] : []),
    ...(deadline && issued && deadline.value < issued.value ? [warning("deadline-before-issue", days, lines)] : []),
    ...(incident && issued && issued.value < incident.value
      ? [warning("incident-after-issue", days, incident.lines)]
      : []),
  ];
}

function ofDate({ ambiguous, weekday, value, raw, line }: CampaignDates["all"][number]): Warning[] {
  const day = new Date(value).getUTCDay();
  return [
    ...(ambiguous ? [warning("ambiguous-date", { date: raw }, line.numbers)] : []),
    ...(weekday !== null && weekday !== day
      ? [warning("wrong-weekday", { date: raw, weekday: weekdays[day] ?? "" }, line.numbers)]
      : []),
  ];
}

function warning(code: string, values: Record<string, string> = {}, lines: readonly number[] = []): Warning {
  return { code, values, lines: [...new Set(lines)].toSorted((one, other) => one - other) };
}
