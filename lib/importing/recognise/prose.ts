import { newRecipient, type RawRecipient } from "./raw-recipient";
import { findContacts } from "./contacts";
import { matchAt } from "./lexicon";
import { findMentions, type Mention } from "./mentions";
import type { ScannedLine } from "./scan";
import { lexicons } from "./words";

/** Recipients that sentences name: "fax Ambassador X at … and e-mail Minister Y at …". */
export function readProse(lines: readonly ScannedLine[]): RawRecipient[] {
  return lines.filter(speaksOfWriting).flatMap(readLine);
}

/** Whether readers are asked here to write to somebody. */
export function speaksOfWriting({ tokens, text }: ScannedLine): boolean {
  if (
    /\b(?:do not|don['’]t|never|no longer|nicht mehr|ne pas)\s(?:write|send|contact|fax|e-?mail|phone|call)/i.test(text)
  )
    return false;
  const has = (list: keyof typeof lexicons) => tokens.some((_, at) => matchAt(lexicons[list], tokens, at));
  return text.length > 30 && has("writing") && (has("calling") || findContacts(text, tokens).length > 0);
}

function readLine(line: ScannedLine): RawRecipient[] {
  const mentions = findMentions(line.text, line.tokens);
  const contacts = findContacts(line.text, line.tokens);
  const owners = contacts.map((contact) => ownerOf(contact.start, mentions, line.text));
  const found = mentions.flatMap((mention): RawRecipient[] => {
    const own = contacts
      .filter((_, n) => owners[n] === mention)
      .map((contact) => ({ ...contact, lines: line.numbers }));
    if (own.length === 0 && !mention.asked) return [];
    return [
      {
        ...newRecipient(mention.copy ? "copy" : "to", own.length > 0 ? 0.85 : 0.65),
        ...headOf(mention),
        contacts: own,
        lines: [...line.numbers],
      },
    ];
  });
  const stray = contacts.filter((_, n) => !owners[n]).map((contact) => ({ ...contact, lines: line.numbers }));
  const asked = line.tokens.some((_, at) => matchAt(lexicons.calling, line.tokens, at));
  return stray.length > 0 && asked
    ? [...found, { ...newRecipient("to", 0.45), contacts: stray, lines: [...line.numbers] }]
    : found;
}

function headOf({ name, office, organisation, host }: Mention) {
  return { name, office, organisation, host };
}

/** The mention right before a contact, else the one right behind it in the same sentence. */
function ownerOf(at: number, mentions: readonly Mention[], text: string): Mention | null {
  const before = mentions.findLast(({ end }) => end <= at);
  const behind = mentions.find(({ start }) => start > at);
  if (before && at - before.end < 300) return before;
  return behind && behind.start - at < 120 && !/[.!?]\s/.test(text.slice(at + 12, behind.start)) ? behind : null;
}
