import { readBlocks } from "./block";
import { isProse } from "./prose-line";
import { postOf, type RawRecipient } from "./raw-recipient";
import { readHeading } from "./heading";
import type { LetterBounds } from "./letter";
import { letterheadOf } from "./letterhead";
import { matchAll } from "./lexicon";
import { mergeRecipients } from "./merge-recipients";
import { isOrganisation } from "./organisation";
import { readProse } from "./prose";
import { joinRecipients } from "./same-recipient";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import { tokensOf } from "./tokens";
import { lexicons } from "./words";
import type { Zone } from "./zones";

/** Everybody an appeal asks to write to, each once, in the order of the text. */
export function findRecipients(
  lines: readonly ScannedLine[],
  zones: readonly Zone[],
  letters: readonly LetterBounds[],
): RawRecipient[] {
  const heads = letters.flatMap(({ opening }) => (opening >= 0 ? letterheadOf(lines, zones, opening) : []));
  const taken = new Set(heads.map(({ at }) => at));
  const listed = runs(lines, zones, ["targets"]).flatMap((run) => readBlocks(run.map(behindHeading), "to", 0.9));
  const copied = runs(lines, zones, ["copies"]).flatMap((run) => readBlocks(run.map(behindHeading), "copy", 0.85));
  const headed = readBlocks(heads, "to", 0.85, true).filter(isReal);
  const scattered = blocksOf(
    lines.filter(({ at, blank }) => blank || !taken.has(at)),
    zones,
  )
    .flatMap((block) => readBlocks(block, "to", 0.75, true))
    .filter(isOfState);
  const told = readProse(lines.filter((line) => isTold(line, zones[line.at])));
  return adopt(mergeRecipients([listed, headed, scattered, copied, told])).toSorted(
    (one, other) => (one.lines[0] ?? 0) - (other.lines[0] ?? 0),
  );
}

/** Outside of every list only who has an office, or is a body of a state, and can be reached; no organisation like the sender. */
function isOfState(one: RawRecipient): boolean {
  if (one.contacts.length === 0 && postOf(one).length === 0) return false;
  const others = [one.organisation, one.name, ...one.post.map(({ text }) => text)].filter((text) => text !== null);
  if (others.some((text) => isOrganisation(text) && !isBody(text))) return false;
  return one.office !== null || (one.organisation !== null && isBody(one.organisation));
}

function isBody(text: string): boolean {
  const tokens = tokensOf(text);
  return matchAll(lexicons.organisations, tokens).length > 0 && matchAll(lexicons.bodies, tokens).length === 0;
}

/** A sentence outside of letters; of a list only what is no item of it. */
function isTold(line: ScannedLine, zone: Zone | undefined): boolean {
  if (zone === "targets" || zone === "copies") return isProse(line);
  return zone === "appeal" || zone === "note" || zone === "requests";
}

/** A letter's head without a way to reach anybody still says who the letter is to. */
function isReal({ contacts, post, name, office }: RawRecipient): boolean {
  return contacts.length > 0 || post.length > 1 || (name !== null && office !== null);
}

function behindHeading(line: ScannedLine): ScannedLine {
  const rest = line.blank ? null : readHeading(line)?.rest;
  return rest ? { ...line, text: rest, tokens: tokensOf(rest) } : line;
}

/** Stretches of lines of some parts. */
function runs(lines: readonly ScannedLine[], zones: readonly Zone[], wanted: readonly Zone[]): ScannedLine[][] {
  const found: ScannedLine[][] = [];
  let open = false;
  for (const line of lines) {
    const zone = zones[line.at];
    const inside = zone !== undefined && wanted.includes(zone);
    if (inside && !open) found.push([]);
    if (inside) found.at(-1)?.push(line);
    open = inside || (open && zone === "edge");
  }
  return found;
}

/** Blocks of lines outside of every list, divided by empty ones. */
function blocksOf(lines: readonly ScannedLine[], zones: readonly Zone[]): ScannedLine[][] {
  const found: ScannedLine[][] = [[]];
  let gap = false;
  for (const line of lines) {
    const zone = zones[line.at];
    const inside = zone === "appeal" || zone === "note" || zone === "requests";
    if (!inside || (gap && !isContactLine(line))) found.push([]);
    gap = line.blank;
    if (line.blank || !inside) continue;
    found.at(-1)?.push(line);
  }
  return found.filter((block) => block.length > 0);
}

/** "Fax: …" below an empty line still belongs to who stands above it. */
function isContactLine({ text, tokens }: ScannedLine): boolean {
  return /^(?:fax|telephone|email)$/.test(segmentsOf(text, tokens)[0]?.label ?? "");
}

function isNobody({ name, office, organisation }: RawRecipient): boolean {
  return !name && !office && !organisation;
}

/** Addresses without anybody go to the only one who has none; what somebody has already is no second recipient. */
function adopt(found: readonly RawRecipient[]): RawRecipient[] {
  const people = found.filter((one) => !isNobody(one) || one.personal);
  const owned = new Set(people.flatMap(({ contacts }) => contacts.map(({ raw }) => raw.toLowerCase())));
  const strays = found
    .filter((one) => isNobody(one) && !one.personal)
    .map((one) => ({ ...one, contacts: one.contacts.filter(({ raw }) => !owned.has(raw.toLowerCase())) }))
    .filter(({ contacts, post }) => contacts.length > 0 || post.length > 0);
  const bare = people.filter(
    (one) => one.contacts.length === 0 && one.role === "to" && !one.personal && (one.office ?? one.organisation),
  );
  const [only] = bare;
  if (!only || bare.length > 1 || strays.length === 0) return [...people, ...strays.flatMap(apart)];
  const joined = strays.reduce((one, stray) => joinRecipients(one, stray), only);
  return people.map((one) => (one === only ? joined : one));
}

/** Several e-mail addresses of nobody are likely those of several; one that is given twice is one. */
function apart(stray: RawRecipient): RawRecipient[] {
  const emails = stray.contacts.filter(({ channel }) => channel === "email");
  const others = stray.contacts.filter(({ channel }) => channel !== "email");
  if (emails.length < 2 || others.length > 0) return [stray];
  const byAddress = Map.groupBy(emails, ({ raw }) => raw.toLowerCase());
  return [...byAddress.values()].map((contacts) => ({
    ...stray,
    contacts,
    lines: contacts.flatMap(({ lines }) => lines),
    block: stray.lines,
  }));
}
