import { languageName } from "@/lib/format";
import type { AppealContent } from "@/lib/importing/content";
import type { Locale } from "@/lib/locales";
import { writeCode, writeField } from "./field";
import { writeParagraph } from "./paragraph";
import { writeProse } from "./prose";
import { isLabelled, isPlaceholder, markLine, signerPlaceholder, wordsOf } from "./words";

const setting = { room: 72 };

/** Sets the sample letter between its marks. What it leaves open stands in brackets, so that its parts can be told apart. */
export function writeLetter(letter: AppealContent["letter"], appealLanguage: string | null, locale: Locale): string[] {
  if (!letter) return [];
  const { marks, labels, placeholders } = wordsOf(locale);
  const { subject, opening, body, closing, signOff, language } = letter;
  const code = language && writeCode(languageName(language, locale), language, locale);
  const head = [
    ...(subject === null ? [] : writeField(labels.subject, subject)),
    // Said only where the letter is not in the appeal's own language.
    ...(language === appealLanguage ? [] : writeField(labels.language, code ?? "-")),
  ];
  return [
    "",
    markLine(marks.letter),
    "",
    ...(head.length > 0 ? [...head, ""] : []),
    ...block(opening, placeholders.salutation, (text) => isPlaceholder(text, "salutation")),
    "",
    ...writeProse(body, setting),
    ...(body === "" ? [] : [""]),
    ...block(closing, placeholders.closing, (text) => isPlaceholder(text, "closing")),
    "",
    ...block(signOff, signerPlaceholder(locale), (text) => isPlaceholder(text, "signer")),
    "",
    markLine(marks.letterEnd),
  ];
}

function block(text: string | null, open: string, isOpen: (text: string) => boolean): string[] {
  if (text === null) return open.split("\n");
  const isTaken = (line: string, at: number) => isOpen(text) || (at === 0 && isLabelled(line));
  return writeParagraph(text, { ...setting, isTaken });
}
