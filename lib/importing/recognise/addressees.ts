import type { FoundRecipient } from "@/lib/importing/schema";
import type { AppealParts } from "./appeal-parts";
import { findCountry } from "./campaign-country";
import { findEmbassyOf } from "./embassy";
import type { Finding } from "./finding";
import { finishRecipient } from "./finish-recipient";
import { isPersonal, readSaid, type Said } from "./personal";
import { isProse } from "./prose-line";
import type { RawRecipient } from "./raw-recipient";
import { findPreferredLanguage } from "./preferred-language";
import { findRecipients } from "./recipients";
import { sameName } from "./same-recipient";
import { withSaluted } from "./saluted";
import type { ScannedLine } from "./scan";
import { mainDomain } from "./sender-domains";

/**
 * Who is written to, and the countries that follow from it. `personal`: those of them who may be a relative, a lawyer or the
 * prisoner. `listed`: the lines they were read from.
 */
export type Addressees = {
  recipients: FoundRecipient[];
  personal: FoundRecipient[];
  country: Finding<string> | null;
  embassyOf: Finding<string> | null;
  listed: ReadonlySet<number>;
};

/**
 * Everybody an appeal asks to write to, with numbers dialled and without the sender's own addresses.
 * @param senders names of who wrote it and who passed it on
 */
export function findAddressees({ lines, zones, letters, own }: AppealParts, senders: readonly string[]): Addressees {
  const [bounds] = letters;
  const raw = withSaluted(findRecipients(lines, zones, letters), bounds && lines[bounds.opening]);
  const country = findCountry(lines, zones, raw, findEmbassyOf(lines, zones, null));
  const embassyOf = findEmbassyOf(lines, zones, country?.value ?? null);
  const language = findPreferredLanguage(lines, zones)?.value ?? null;
  const said = saidIn(lines);
  const judged = raw
    .map((one) => ({ one, personal: isPersonal(one, said(blockOf(one))) }))
    .map(({ one, personal }) => {
      const found = withoutOwn(finishRecipient(one, country?.value ?? null), own);
      const nobody = !found.name && !found.office && !found.organisation;
      const confidence = personal || nobody ? Math.min(doubted, found.confidence) : found.confidence;
      return { personal, found: { ...found, confidence, language: found.language ?? language } };
    })
    .filter(({ found }) => isWorthIt(found, embassyOf !== null) && !isSender(found, senders));
  const recipients = judged.map(({ found }) => found);
  const personal = judged.flatMap((one) => (one.personal ? one.found : []));
  const blocks = [...new Set(raw.map(blockOf))];
  return { recipients, personal, country, embassyOf, listed: new Set(blocks.flat()) };
}

// Below `sure`: a member has to say what becomes of it.
const doubted = 0.5;

function blockOf({ block, lines }: RawRecipient): readonly number[] {
  return block ?? lines;
}

/** What the lines of a block say that somebody was read from; what sentences say was judged there. Each block is read once. */
function saidIn(lines: readonly ScannedLine[]): (block: readonly number[]) => Said {
  const byNumber = new Map(lines.flatMap((line) => line.numbers.map((number) => [number, line] as const)));
  const known = new Map<readonly number[], Said>();
  return (block) => {
    const before = known.get(block);
    if (before) return before;
    const own = new Set(block.flatMap((number) => byNumber.get(number) ?? []));
    const said = readSaid([...own].filter((line) => !line.blank && !isProse(line)).flatMap(({ tokens }) => tokens));
    known.set(block, said);
    return said;
  };
}

/** Addresses of the sender are no target's, nor what stands beside them without an office. */
function withoutOwn(one: FoundRecipient, own: ReadonlySet<string>): FoundRecipient {
  const kept = one.addresses.filter(
    ({ channel, value }) => channel !== "email" || !own.has(mainDomain(value.slice(value.indexOf("@") + 1))),
  );
  return { ...one, addresses: kept.length < one.addresses.length && !one.office ? [] : kept };
}

function isSender({ name, office, organisation }: FoundRecipient, senders: readonly string[]): boolean {
  const called = name ?? organisation;
  return office === null && called !== null && senders.some((sender) => sameName(sender, called));
}

const missions = /ambass|embass|botschaft|embaj|embaix|ambasc|대사/i;

/** Nobody without an address; and no embassy without one, where the readers' own embassies are meant. */
function isWorthIt({ name, office, organisation, addresses }: FoundRecipient, embassiesAreMeant: boolean): boolean {
  if (addresses.length > 0) return true;
  if (!name && !office) return false;
  return !(embassiesAreMeant && !name && missions.test(`${office} ${organisation}`));
}
