import type { Line, LineModel, ReadDocument } from "@/lib/importing/lines";
import { findLetters, type LetterBounds } from "./letter";
import { findMailBlocks, type MailBlock } from "./mail-block";
import { scanLines, type ScannedLine } from "./scan";
import { senderDomains, withoutSender } from "./sender-domains";
import { readTables } from "./tables";
import { divide, type Zone } from "./zones";

/** An appeal taken apart: its lines, the part each belongs to, its letters, the heads of mails, and the sender's domains. */
export type AppealParts = {
  lines: ScannedLine[];
  zones: Zone[];
  letters: LetterBounds[];
  mails: MailBlock[];
  own: ReadonlySet<string>;
};

/** A sentence that goes on in the next line, which for itself looked like one of an address: "…, the minister,/Ms. …". */
function rejoined(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && !line.blank && line.depth === last.depth && goesOn(last.text)) {
      joined[joined.length - 1] = {
        ...last,
        numbers: [...last.numbers, ...line.numbers],
        text: `${last.text} ${line.text}`,
      };
    } else joined.push(line);
  }
  return joined;
}

/** Mostly small words, and a comma or a word at its end that ends nothing. */
function goesOn(text: string): boolean {
  if (text.length < 45 || text.length > 600 || !/(?:,|\s(?:the|to|of|at|and|or|for|by|a|in|with))$/.test(text))
    return false;
  const words = text.split(/\s+/);
  return words.length > 8 && words.filter((word) => /^\p{Ll}/u.test(word)).length > words.length * 0.55;
}

/** Takes an appeal apart. */
export function takeApart({ lines: model }: LineModel, headers: ReadDocument["headers"]): AppealParts {
  const lines = scanLines(readTables(rejoined(model)));
  const letters = findLetters(lines);
  const mails = findMailBlocks(lines);
  const divided = divide(lines, letters, mails);
  const own = senderDomains(lines, divided, headers?.from ?? null);
  return { lines, zones: withoutSender(lines, divided, own), letters, mails, own };
}
