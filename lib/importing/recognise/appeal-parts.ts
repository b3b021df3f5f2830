import type { LineModel, ReadDocument } from "@/lib/importing/lines";
import { findLetters, type LetterBounds } from "./letter";
import { findMailBlocks, type MailBlock } from "./mail-block";
import { scanLines, type ScannedLine } from "./scan";
import { senderDomains, withoutSender } from "./sender-domains";
import { divide, type Zone } from "./zones";

/** An appeal taken apart: its lines, the part each belongs to, its letters, the heads of mails, and the sender's domains. */
export type AppealParts = {
  lines: ScannedLine[];
  zones: Zone[];
  letters: LetterBounds[];
  mails: MailBlock[];
  own: ReadonlySet<string>;
};

/** Takes an appeal apart. */
export function takeApart({ lines: model }: LineModel, headers: ReadDocument["headers"]): AppealParts {
  const lines = scanLines(model);
  const letters = findLetters(lines);
  const mails = findMailBlocks(lines);
  const divided = divide(lines, letters, mails);
  const own = senderDomains(lines, divided, headers?.from ?? null);
  return { lines, zones: withoutSender(lines, divided, own), letters, mails, own };
}
