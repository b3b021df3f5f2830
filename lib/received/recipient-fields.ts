import type { Draft, FoundRecipient } from "@/lib/importing/schema";
import { sure } from "@/lib/importing/schema";
import { offeredLanguages } from "@/lib/letters/languages";
import { recipientLimits } from "@/lib/recipients/schema";
import { cut, type Read, traceOf } from "./read-fields";
import { becomesNew } from "./schema";

/** The fields of one recipient that was read. One that is not sure waits for a member to say what becomes of it. */
export function recipientFields(draft: Draft, found: FoundRecipient, at: number): Read {
  const row = `recipient-r${at + 1}`;
  const office = found.office ?? found.organisation ?? found.name ?? "";
  const own = {
    becomes: found.confidence >= sure ? becomesNew : "",
    role: found.role,
    holder: found.name ?? "",
    office,
    short: cut(office, recipientLimits.short),
    organisation: found.office ? (found.organisation ?? "") : "",
    country: found.country ?? draft.country ?? "",
    language: spoken(found.language, draft.letter?.language, draft.language),
    salutation: found.salutation ?? draft.letter?.opening ?? "",
    // What the appeal gives is not lost where the library lacks it, unless a member says so.
    addAddresses: "yes",
    newHolder: "",
  };
  const trace = traceOf(found);
  const read: Read = {
    fields: Object.fromEntries(Object.entries(own).map(([part, value]) => [`${row}-${part}`, value])),
    traces: { [row]: trace },
  };
  for (const [index, address] of found.addresses.entries()) {
    const name = `${row}-a${index + 1}`;
    read.fields[`${name}-channel`] = address.channel === "web-form" ? "web_form" : address.channel;
    read.fields[`${name}-value`] = address.value;
    read.traces[`${name}-value`] = traceOf(address);
  }
  return read;
}

/** The first of these that letters are offered in. */
function spoken(...tags: (string | null | undefined)[]): string {
  return tags.find((tag) => offeredLanguages.some((one) => one === tag)) ?? "en";
}
