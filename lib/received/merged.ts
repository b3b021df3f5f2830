import type { Warning } from "@/lib/importing/schema";
import { type Fields, type ReceivedContent, tickOf, type Trace } from "./schema";

type Content = Omit<ReceivedContent, "shape">;

const groups = ["recipient-", "person-"];
const decisions = /^(?:recipient-r\d+-(?:becomes|addAddresses|newHolder)|person-p\d+-fate)$/;

/**
 * A draft whose appeal was read in another way: a field nobody changed takes what is read now, one that a member changed stays.
 * Rows of one kind (recipients, persons) that nobody changed are those of the new reading; where one was changed and there are
 * as many as before, they are gone through in the same way, else they stay. What was decided of a row stays only where it was
 * read as the same one, and a tick only where its warning says the same.
 */
export function merged(before: Content, now: Content): Content {
  const changed = (name: string) => before.fields[name] !== before.read[name];
  const stays = (name: string) => {
    if (name.startsWith(ticked)) return false;
    const group = groups.find((prefix) => name.startsWith(prefix));
    if (!group) return changed(name);
    const names = Object.keys(before.fields).filter((one) => one.startsWith(group));
    if (!names.some(changed)) return false;
    return sameRows(names, now.read, group) ? changed(name) : true;
  };
  const kept = Object.keys(before.fields).filter(stays);
  const whole = groups.filter((group) => kept.some((name) => name.startsWith(group) && !(name in now.read)));
  const fresh = Object.entries(now.read).filter(([name]) => !whole.some((group) => name.startsWith(group)));
  const fields: Fields = {
    ...Object.fromEntries(fresh),
    ...pick(
      before.fields,
      kept.filter((name) => !isOther(name, before, now, whole)),
    ),
    ...ticks(before, now),
  };
  const traces: Record<string, Trace> = {
    ...pick(
      now.traces,
      Object.keys(now.traces).filter((name) => !whole.some((group) => name.startsWith(group))),
    ),
    ...pick(
      before.traces,
      Object.keys(before.traces).filter((name) => kept.includes(name) || isOf(name, whole)),
    ),
  };
  return { ...now, fields, traces, touched: "" };
}

const ticked = "warning-";

/** Whether a decision is about a row that is somebody else now. */
function isOther(name: string, before: Content, now: Content, whole: string[]): boolean {
  if (!decisions.test(name) || isOf(name, whole)) return false;
  const row = name.slice(0, name.lastIndexOf("-") + 1);
  return whoIs(before.read, row) !== whoIs(now.read, row);
}

/** What was read of somebody: name, office and addresses. */
function whoIs(read: Fields, row: string): string {
  const parts = Object.keys(read).filter((name) => name.startsWith(row) && /-(?:name|holder|office|value)$/.test(name));
  return JSON.stringify(parts.toSorted().map((name) => [name, read[name]]));
}

function whatSays({ code, values }: Warning): string {
  return JSON.stringify([code, values]);
}

/** Each warning is ticked if one that said the same was. */
function ticks(before: Content, now: Content): Fields {
  const done = new Map(before.draft.warnings.map((one, at) => [whatSays(one), before.fields[tickOf(at)] ?? ""]));
  return Object.fromEntries(now.draft.warnings.map((one, at) => [tickOf(at), done.get(whatSays(one)) ?? ""]));
}

function isOf(name: string, prefixes: string[]): boolean {
  return prefixes.some((prefix) => name.startsWith(prefix));
}

function sameRows(names: string[], read: Fields, group: string): boolean {
  const there = Object.keys(read).filter((name) => name.startsWith(group));
  return there.length === names.length && names.every((name) => name in read);
}

function pick<T>(from: Record<string, T>, names: string[]): Record<string, T> {
  return Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name] as T]] : [])));
}
