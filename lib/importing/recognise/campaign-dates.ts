import type { ReadDocument } from "@/lib/importing/lines";
import { findDates, findYearless, showsMonthFirst, type FoundDate } from "./dates";
import type { Finding } from "./finding";
import { surest } from "./finding";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { findLabels } from "./segments";
import { lexicons } from "./words";
import type { Zone } from "./zones";

export type Dated = FoundDate & { line: ScannedLine };
export type CampaignDates = {
  incident: Finding<string> | null;
  issued: Finding<string> | null;
  deadline: Finding<string> | null;
  all: Dated[];
};

/** When it happened, when the appeal was issued and until when letters are asked for; with every date there is. */
export function findCampaignDates(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  headers: ReadDocument["headers"],
): CampaignDates {
  const monthFirst = lines.some(({ text }) => showsMonthFirst(text));
  const all = lines.flatMap((line) =>
    line.blank ? [] : findDates(line.text, line.tokens, monthFirst).map((date) => ({ ...date, line })),
  );
  const deadline = surest(all.flatMap((date) => asDeadline(date, zones)));
  const rest = all.filter(
    ({ value, line }) => value !== deadline?.value || !line.numbers.some((n) => deadline.lines.includes(n)),
  );
  const issued = surest([...rest.flatMap((date) => asIssued(date, zones)), ...sentAt(headers)]);
  const until = deadline ?? (issued && surest(lines.flatMap((line) => yearlessFrom(line, zones, issued.value))));
  const yearless = issued ? lines.flatMap((line) => yearlessIn(line, issued.value)) : [];
  const incident = surest([
    ...rest.flatMap((date) => asIncident(date, zones, issued)),
    ...yearless
      .filter(happened)
      .flatMap((date) => asIncident(date, zones, issued))
      .map((one) => ({ ...one, confidence: one.confidence - 0.08 })),
  ]);
  return { incident, issued, deadline: until, all };
}

function yearlessIn(line: ScannedLine, issued: string): Dated[] {
  return line.blank ? [] : findYearless(line.text, line.tokens, issued).map((date) => ({ ...date, line }));
}

/** "until 31 March", in an appeal of which the day is known: the next that comes. */
function yearlessFrom(line: ScannedLine, zones: readonly Zone[], issued: string): Finding<string>[] {
  if (line.blank || !/\d/.test(line.text)) return [];
  return findYearless(line.text, line.tokens, issued, "after")
    .flatMap((date) => asDeadline({ ...date, line }, zones))
    .map((one) => ({ ...one, confidence: one.confidence - 0.25 }));
}

function labelBefore({ line, start }: Dated) {
  return findLabels(line.text, line.tokens).findLast((label) => label.end <= start && start - label.end < 30)?.label;
}

function found({ value, line, ambiguous }: Dated, confidence: number): Finding<string>[] {
  return [{ value, lines: line.numbers, confidence: ambiguous ? Math.min(0.5, confidence) : confidence }];
}

function asDeadline(date: Dated, zones: readonly Zone[]): Finding<string>[] {
  const { line, start, end } = date;
  if (labelBefore(date) === "deadline") return found(date, 0.95);
  const zone = zones[line.at];
  if (zone === "letter" || zone === "background") return [];
  const before = line.tokens.filter((token) => token.end <= start && start - token.start < 28);
  const limits =
    before.some((_, at) => matchAt(lexicons.deadlineWords, before, at)) || /^\s?까지/.test(line.text.slice(end));
  const writes = line.tokens.some((_, at) => matchAt(lexicons.writing, line.tokens, at));
  return limits && writes && !happened(date) ? found(date, 0.85) : [];
}

function asIssued(date: Dated, zones: readonly Zone[]): Finding<string>[] {
  const { line, start, end } = date;
  const label = labelBefore(date);
  if (date.value < "1980") return [];
  if (label === "date") return found(date, 0.95);
  if (zones[line.at] === "mail") return found(date, 0.6);
  if (label === "incident" || label === "deadline" || /^(?:letter|background)$/.test(zones[line.at] ?? "")) return [];
  if (line.at < 8 && findLabels(line.text, line.tokens).some((one) => one.label === "reference"))
    return found(date, 0.7);
  // Of a longer line it says nothing.
  const rest = line.text.length > 400 ? line.text.length : line.text.replace(/\s+/g, " ").length - (end - start);
  if (rest < 22 && line.tokens.length < 9) return found(date, line.at < 40 ? 0.85 : 0.6);
  return line.at < 8 && rest < 60 && !happened(date) ? found(date, 0.55) : [];
}

function sentAt(headers: ReadDocument["headers"]): Finding<string>[] {
  const sent = headers?.date ? new Date(headers.date) : null;
  if (!sent || Number.isNaN(sent.getTime())) return [];
  return [{ value: sent.toISOString().slice(0, 10), lines: [], confidence: 0.5 }];
}

function asIncident(date: Dated, zones: readonly Zone[], issued: Finding<string> | null): Finding<string>[] {
  if (labelBefore(date) === "incident") return found(date, 0.95);
  const { line } = date;
  const zone = zones[line.at] ?? "";
  if (issued && date.value > issued.value) return [];
  if (/^(?:mail|sender|targets|copies)$/.test(zone) || date.value < "1980" || line.tokens.length < 5) return [];
  // A day that is told at all may be the day it happened: a member is asked to look.
  if (!happened(date) && (labelBefore(date) || date.value === issued?.value)) return [];
  if (!happened(date)) return found(date, 0.35 - Math.min(0.1, line.at / 2000));
  return found(date, (zone === "letter" || zone === "background" ? 0.55 : 0.65) - Math.min(0.1, line.at / 2000));
}

/** Whether something happens in the words around a date, within its sentence. */
function happened({ line, start, end }: Dated): boolean {
  const near = line.tokens.filter((token) => token.end > start - 160 && token.start < end + 100);
  return near.some((_, at) => matchAt(lexicons.incidentWords, near, at));
}
