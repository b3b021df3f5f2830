import type { AppealText, SampleLetter } from "@/lib/generated/prisma/client";
import type { Finding } from "./blockers";

type Text = Pick<AppealText, "language" | "title" | "request" | "summary" | "body">;
type Letter = Pick<SampleLetter, "language" | "subject" | "opening" | "body" | "closing">;

/**
 * What is missing in the texts and letters of a revision. A text that was begun in any language must be whole: its readers
 * would find a page with holes. One without a letter is well enough: their letter leaves in the default language.
 */
export function findTextGaps(defaultLanguage: string, texts: Text[], letters: Letter[]): Finding[] {
  return [
    ...(texts.some(({ language }) => language === defaultLanguage) ? [] : [gap("text-missing", defaultLanguage)]),
    ...texts.filter(hasHoles).map(({ language }) => gap("text-incomplete", language)),
    ...(letters.some(({ language }) => language === defaultLanguage) ? [] : [gap("letter-missing", defaultLanguage)]),
    ...letters.filter(hasLetterHoles).map(({ language }) => gap("letter-incomplete", language)),
    ...texts
      .filter(({ language }) => language !== defaultLanguage && !letters.some((one) => one.language === language))
      .map(({ language }) => gap("letter-language-missing", language)),
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
    const found = (code: Finding["code"], language: string): Finding => ({ ...gap(code, language), about });
    return [
      ...missing.map((language) => found("version-language-missing", language)),
      ...own.filter(hasLetterHoles).map(({ language }) => found("version-incomplete", language)),
    ];
  });
}

/** Who cannot see the picture of a revision is told what it shows, in each of its languages. */
export function findAltGaps(texts: Pick<AppealText, "language" | "pictureAlt">[]): Finding[] {
  return texts
    .filter(({ pictureAlt }) => isBlank(pictureAlt))
    .map(({ language }) => ({ code: "picture-alt-missing", weight: "blocks", room: "picture", language }));
}

function gap(code: Finding["code"], language: string): Finding {
  const weight = code === "letter-language-missing" ? "advice" : "blocks";
  return { code, weight, room: code.startsWith("text") ? "page" : "letter", language };
}

function hasHoles({ title, request, summary, body }: Text): boolean {
  return [title, request, summary, body].some(isBlank);
}

function hasLetterHoles({ subject, opening, body, closing }: Letter): boolean {
  return [subject, opening, body, closing].some(isBlank);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
