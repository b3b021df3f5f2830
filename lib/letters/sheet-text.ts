import { inLanguage, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import { composeLetter, type ComposedLetter, type MergeValues } from "./compose";
import { isPaired, type Pair, pairParagraphs } from "./pair-paragraphs";
import { type Foreign, foreignLetter, type Reading } from "./reading";

/** What stands in the letter's locked parts until the signer has given it. */
export type Placeholders = { name: string; country: (language: string) => string };

/** A letter of which paragraphs stand beside each other in two languages. */
export type PairedReading = Reading & {
  opening: Pair[];
  body: Pair[];
  closing: Pair[];
  /** Whether all of it goes paragraph by paragraph. */
  paired: boolean;
};

/** What one sheet of the form shows. */
export type SheetText = Pick<ComposedLetter, "subject" | "opening" | "body" | "closing"> & {
  language: string;
  dir: "ltr" | "rtl";
  /** Null where its reader reads the language it leaves in. */
  foreign: (Omit<Foreign, "reading"> & { reading: PairedReading | null }) | null;
};

type Sample = Appeal["revision"]["sampleLetters"][number];

type Shown = {
  /** The first of those who get it. */
  recipient: AppealRecipient | undefined;
  locale: string;
  placeholders: Placeholders;
  body: string;
};

/** A sheet with its text: merge fields are filled for the first of its recipients. */
export function sheetText(appeal: Appeal, sample: Sample, shown: Shown): SheetText {
  const { recipient, locale, placeholders, body } = shown;
  const valuesIn = (language: string) => openValues(appeal, recipient, { language, placeholders });
  const { subject, opening, closing } = composeLetter(sample, valuesIn(sample.language), { body, ownWords: "" });
  const { language } = sample;
  const parts = { subject, opening, body, closing };
  const foreign = foreignLetter(appeal, sample, { locale, valuesIn });
  return {
    ...parts,
    language,
    dir: direction(language),
    foreign: foreign && { ...foreign, reading: foreign.reading && pairedWith(parts, foreign.reading) },
  };
}

/** What fills the merge fields of a letter in a form. */
export function openValues(
  { defaultLanguage }: Appeal,
  recipient: AppealRecipient | undefined,
  { language, placeholders }: { language: string; placeholders: Placeholders },
): MergeValues {
  const texts = recipient && inLanguage(recipient.texts, language, defaultLanguage);
  return {
    salutation: texts?.salutation ?? "",
    office: texts?.office ?? "",
    holder: recipient?.holders[0]?.name ?? "",
    name: placeholders.name,
    country: placeholders.country(language),
  };
}

const parts = ["opening", "body", "closing"] as const;

function pairedWith(letter: Pick<ComposedLetter, (typeof parts)[number]>, reading: Reading): PairedReading {
  const [opening = [], body = [], closing = []] = parts.map((part) =>
    pairParagraphs(letter[part], reading.letter[part]),
  );
  const paired = parts.every((part) => isPaired(letter[part], reading.letter[part]));
  return { ...reading, opening, body, closing, paired };
}
