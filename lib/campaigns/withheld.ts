import { createTranslator } from "use-intl/core";
import { type CaseNames, maskNames } from "@/lib/cases/mask";
import { localeFor } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";
import { asRead } from "./schema";

type Text = {
  language: string;
  title: string;
  request: string;
  summary: string;
  body: string;
  notice: string;
  writeHint: string;
  pictureAlt: string;
};

type Letter = {
  language: string;
  subject: string;
  opening: string;
  body: string;
  closing: string;
  subjects: string[];
  requests: string[];
  facts: string[];
  ownWordsPrompt: string;
};

/** What stands in the place of a name nobody has consented to, in a language; a sign of omission where we have no word. */
export function withheldWord(language: string): string {
  const locale = localeFor(language);
  if (!locale) return "[…]";
  return createTranslator({ locale, messages: loadMessages(locale).site })("appeal.nameWithheld");
}

/** A text of one language without the names that may not be said. */
export function withoutNames(text: string, names: CaseNames, language: string): string {
  return maskNames(text, names, withheldWord(language));
}

/** An appeal's text without them. */
export function textWithoutNames<T extends Text>(text: T, names: CaseNames): T {
  const plain = (words: string) => withoutNames(words, names, text.language);
  return {
    ...text,
    title: plain(text.title),
    request: plain(text.request),
    summary: plain(text.summary),
    body: asRead(text.body, { names, word: withheldWord(text.language) }, true),
    notice: plain(text.notice),
    writeHint: plain(text.writeHint),
    pictureAlt: plain(text.pictureAlt),
  };
}

/** A sample letter without them. */
export function letterWithoutNames<T extends Letter>(letter: T, names: CaseNames): T {
  const plain = (words: string) => withoutNames(words, names, letter.language);
  return {
    ...letter,
    subject: plain(letter.subject),
    opening: plain(letter.opening),
    body: plain(letter.body),
    closing: plain(letter.closing),
    subjects: letter.subjects.map(plain),
    requests: letter.requests.map(plain),
    facts: letter.facts.map(plain),
    ownWordsPrompt: plain(letter.ownWordsPrompt),
  };
}
