import type { AppealText, SampleLetter } from "@/lib/generated/prisma/client";
import { localeFor } from "@/lib/locales";
import type { Finding, Lacking } from "./blockers";

type Text = Pick<AppealText, "language" | "title" | "request" | "summary" | "body">;
type Letter = Pick<SampleLetter, "language" | "subject" | "opening" | "body" | "closing">;

/**
 * What is missing in the texts and letters of a revision. A text that was begun in any language must be whole: its readers
 * would find a page with holes. One without a letter is well enough: their letter leaves in the default language; and so is a
 * letter in a language of the public side without a text: its readers see the page in another language.
 */
export function findTextGaps(defaultLanguage: string, texts: Text[], letters: Letter[]): Finding[] {
  return [
    ...(texts.some(({ language }) => language === defaultLanguage) ? [] : [gap("text-missing", defaultLanguage)]),
    ...texts.flatMap((text) => unfinished("text-incomplete", text, textParts)),
    ...(letters.some(({ language }) => language === defaultLanguage) ? [] : [gap("letter-missing", defaultLanguage)]),
    ...letters.flatMap((letter) => unfinished("letter-incomplete", letter, letterParts)),
    ...texts
      .filter(({ language }) => language !== defaultLanguage && !letters.some((one) => one.language === language))
      .map(({ language }) => gap("letter-language-missing", language)),
    ...letters
      .filter(({ language }) => language !== defaultLanguage && lacksPage(language, texts))
      .map(({ language }) => gap("text-language-missing", language)),
  ];
}

/** What is missing in the versions of a letter: each is written in all languages the letter to all others is written in. */
export function findVersionGaps(
  versions: { key: string; name: string }[],
  letters: (Letter & { version: string })[],
): Finding[] {
  const languages = letters.filter(({ version }) => version === "").map(({ language }) => language);
  return versions.flatMap(({ key, name: about }) => {
    const own = letters.filter(({ version }) => version === key);
    const missing = languages.filter((language) => !own.some((one) => one.language === language));
    return [
      ...missing.map((language) => gap("version-language-missing", language)),
      ...own.flatMap((letter) => unfinished("version-incomplete", letter, letterParts)),
    ].map((one) => ({ ...one, about }));
  });
}

/** Who cannot see the picture of a revision is told what it shows, in each of its languages. */
export function findAltGaps(texts: Pick<AppealText, "language" | "pictureAlt">[]): Finding[] {
  return texts
    .filter(({ pictureAlt }) => isBlank(pictureAlt))
    .map(({ language }) => ({ code: "picture-alt-missing", weight: "blocks", room: "picture", language }));
}

/** Whether the public side speaks a language, and the page does not. */
function lacksPage(language: string, texts: Pick<Text, "language">[]): boolean {
  const locale = localeFor(language);
  return locale !== null && !texts.some((text) => localeFor(text.language) === locale);
}

const advised: Finding["code"][] = ["letter-language-missing", "text-language-missing"];

function gap(code: Finding["code"], language: string): Finding {
  const weight = advised.includes(code) ? "advice" : "blocks";
  return { code, weight, room: code.startsWith("text") ? "page" : "letter", language };
}

const textParts = ["title", "request", "summary", "body"] as const;
const letterParts = ["subject", "opening", "body", "closing"] as const;

/** Says of what has holes which they are. */
function unfinished<Part extends Lacking>(
  code: Finding["code"],
  words: { language: string } & Record<Part, string>,
  parts: readonly Part[],
): Finding[] {
  const lacks = parts.filter((part) => isBlank(words[part]));
  return lacks.length > 0 ? [{ ...gap(code, words.language), lacks }] : [];
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
