import type { Fields, ReceivedContent, Trace } from "./schema";

type Content = Omit<ReceivedContent, "shape">;

const groups = ["recipient-", "person-", "warning-"];

/**
 * A draft whose appeal was read in another way: a field nobody changed takes what is read now, one that a member changed stays.
 * Rows of one kind (recipients, persons) that nobody changed are those of the new reading; where one was changed and there are
 * as many as before, they are gone through in the same way, else they stay.
 */
export function merged(before: Content, now: Content): Content {
  const changed = (name: string) => before.fields[name] !== before.read[name];
  const stays = (name: string) => {
    const group = groups.find((prefix) => name.startsWith(prefix));
    if (!group) return changed(name);
    const names = Object.keys(before.fields).filter((one) => one.startsWith(group));
    if (!names.some(changed)) return false;
    return sameRows(names, now.read, group) ? changed(name) : true;
  };
  const kept = Object.keys(before.fields).filter(stays);
  const whole = groups.filter((group) => kept.some((name) => name.startsWith(group) && !(name in now.read)));
  const fresh = Object.entries(now.read).filter(([name]) => !whole.some((group) => name.startsWith(group)));
  const fields: Fields = { ...Object.fromEntries(fresh), ...pick(before.fields, kept) };
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
