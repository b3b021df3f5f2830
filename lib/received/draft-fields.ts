import { isZone, languages, limits } from "@/lib/campaigns/schema";
import { listZones } from "@/lib/format";
import type { Draft } from "@/lib/importing/schema";
import { cut, type Read, traceOf } from "./read-fields";
import { recipientFields } from "./recipient-fields";
import { type Fields, tickOf, type Trace } from "./schema";

/** The fields of a draft's form from what was read, and of each one that was read where it stood. */
export function draftFields(draft: Draft): Read {
  const parts = [
    ofCampaign(draft),
    ofLetter(draft),
    ...draft.recipients.map((one, at) => recipientFields(draft, one, at)),
  ];
  const all = [...parts, ofPersons(draft), ofWarnings(draft)];
  return {
    fields: Object.assign({}, ...all.map(({ fields }) => fields)) as Fields,
    traces: Object.assign({}, ...all.map(({ traces }) => traces)) as Read["traces"],
  };
}

function ofCampaign(draft: Draft): Read {
  const { kind, title, reference, originator, forwarder, language, country, dates, embassyOf } = draft;
  const { background, note, requests, deadlineClock: clock } = draft;
  const request = draft.request ?? requests[0];
  const summary = draft.summary ?? background;
  const known = languages.find((one) => one === language) ?? "en";
  const fields = {
    kind: kind === null || kind === "forwarded" ? "urgent_action" : kind,
    title: cut(title, limits.title),
    language: known,
    country: country ?? "",
    case: "new",
    follows: "",
    reference: reference ?? "",
    originator: originator ?? "",
    forwarder: forwarder ?? "",
    incidentOn: dates.incident ?? "",
    issuedOn: dates.issued ?? "",
    deadlineDate: dates.deadline ?? "",
    deadlineTime: clock?.time ?? "",
    deadlineZone: (clock && isZone(clock.zone) && clock.zone) || (country && listZones(country).near[0]) || "UTC",
    request: cut(request?.text, limits.request),
    summary: draft.summary ? draft.summary.text : cut(background?.text.split(/\n{2,}/)[0], 600),
    background: background?.text ?? "",
    note: note?.text ?? "",
    requests: requests.map(({ text }) => text.replace(/\s+/g, " ")).join("\n"),
    embassyOf: embassyOf ?? "",
  };
  const named = { incidentOn: "dates.incident", issuedOn: "dates.issued", deadlineDate: "dates.deadline" };
  const own = ["kind", "title", "reference", "originator", "forwarder", "language", "country", "embassyOf"];
  const singly = [...own.map((name) => [name, name] as const), ...Object.entries(named)];
  const traces = singly.flatMap(([field, name]) => (draft.traces[name] ? [[field, draft.traces[name]] as const] : []));
  const asked = requests[0] && joined(requests);
  return {
    fields,
    traces: {
      ...Object.fromEntries(traces),
      ...(background && { background: traceOf(background) }),
      ...(summary && { summary: traceOf(summary) }),
      ...(note && { note: traceOf(note) }),
      ...(clock && draft.traces["dates.deadline"] && { deadlineTime: draft.traces["dates.deadline"] }),
      ...(request && { request: traceOf(request) }),
      ...(asked && { requests: asked }),
    },
  };
}

function ofLetter(draft: Draft): Read {
  const { letter, recipients, language } = draft;
  const opening = letter?.opening ?? recipients.find(({ salutation }) => salutation)?.salutation ?? "";
  const closing = letter?.closing ?? recipients.find(({ closing: own }) => own)?.closing ?? "";
  const fields = {
    letterLanguage: languages.find((one) => one === (letter?.language ?? language)) ?? "en",
    subject: cut(letter?.subject ?? draft.title, 200),
    opening,
    body: letter?.body ?? "",
    closing,
  };
  if (!letter) return { fields, traces: {} };
  const trace = traceOf(letter);
  const has = { subject: letter.subject, opening: letter.opening, body: letter.body, closing: letter.closing };
  const read = Object.keys(has).filter((name) => has[name as keyof typeof has]);
  return {
    fields,
    traces: Object.fromEntries(read.map((name) => [name, draft.traces[`letter.${name}`] ?? trace])),
  };
}

function ofPersons({ persons }: Draft): Read {
  const read: Read = { fields: {}, traces: {} };
  for (const [at, person] of persons.entries()) {
    const row = `person-p${at + 1}`;
    read.fields[`${row}-name`] = person.name;
    // Nobody is taken as a person at risk but by a member's word.
    read.fields[`${row}-fate`] = "";
    read.traces[`${row}-name`] = traceOf(person);
  }
  return read;
}

function ofWarnings({ warnings }: Draft): Read {
  return { fields: Object.fromEntries(warnings.map((_, at) => [tickOf(at), ""])), traces: {} };
}

function joined(texts: Trace[]): Trace {
  const lines = texts.flatMap((one) => one.lines);
  return { lines, confidence: Math.min(...texts.map(({ confidence }) => confidence)) };
}
