import { inLanguage, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import { readBodies, type Typed } from "@/lib/signatures/schema";
import { composeLetter } from "./compose";
import { draftBasis } from "./draft-basis";
import { strictestLimit } from "./length";
import { openValues, type Placeholders, sheetText, type SheetText } from "./sheet-text";
import { mainLanguage, type Sheet, sheetName } from "./sheets";
import { everybody, pickSample, textKey } from "./versions";
import { writingOf, writingView } from "./writing-view";

type Form = {
  placeholders: Placeholders;
  /** Who gets which text. */
  sheets: Sheet[];
  /** The language of the text to everybody, where one was typed already. */
  bodyLanguage?: string;
};

/**
 * The letter as it stands in the form: what was typed, else the sample. Several recipients have several salutations; each sheet
 * shows the first one's. Recipients whose letter is another one, by its version or its language, have sheets of their own below.
 * Where a sheet is in a language its reader does not read, the same letter in theirs stands with it.
 */
export function editorLetter(appeal: Appeal, locale: string, typed: Typed, form: Form) {
  const { placeholders, sheets, bodyLanguage = mainLanguage(appeal, sheets, locale) } = form;
  const main = sheets.find(({ version, language }) => version === everybody && language === bodyLanguage);
  const others = sheets.filter((sheet) => sheet !== main);
  const sample = sampleOf({ version: everybody, language: bodyLanguage });
  const recipient = main?.recipients[0] ?? appeal.recipients[0];
  // What is only added to, and what is only an example, stands as it is.
  const writing = writingOf(typed, appeal);
  const edited = writing === "edit";
  const text = (edited ? typed.body : undefined) ?? sample.body;
  const sheet = sheetText(appeal, sample, { recipient, locale, placeholders, body: text });
  // What stays in the locked parts stays by itself.
  const lines = [...sample.requests, ...sample.facts];
  const requests = lines.filter((one) => !`${sheet.opening}\n${sheet.closing}`.includes(one));
  const readable = readableOf(everybody, sheet, bodyLanguage);
  return {
    ...sheet,
    ownWords: typed.ownWords ?? "",
    closingTemplate: openClosing(readable, recipient),
    requests,
    must: appeal.refuseMissing,
    ownWordsPrompt: readable.ownWordsPrompt,
    reader: { language: locale, dir: direction(locale) },
    subjectVaries: sample.subjects.length > 0,
    limit: strictestLimit(appeal, locale),
    to: others.length > 0 && main ? shortNames(main.recipients) : [],
    more: main?.more ?? 0,
    bodyLanguage,
    sheet: writing === "own" ? undefined : sheetName({ version: everybody, language: bodyLanguage }),
    revision: appeal.revision.number,
    basis: draftBasis(appeal.revision, bodyLanguage, writing),
    changed: writing === "own" ? Boolean(typed.body) : isChanged(text, sample),
    versions: others.map((other) => {
      const own = sampleOf(other);
      const key = textKey(own, bodyLanguage);
      const [first] = other.recipients;
      const body = readBodies(typed.bodies)[key] ?? own.body;
      const sheetOf = sheetText(appeal, own, { recipient: first, locale, placeholders, body });
      const readableOwn = readableOf(other.version, sheetOf, other.language);
      return {
        key,
        sheet: sheetName(other),
        changed: isChanged(body, own),
        to: shortNames(other.recipients),
        more: other.more,
        closingTemplate: openClosing(readableOwn, first),
        ...sheetOf,
      };
    }),
    ...writingView(appeal, locale, typed, sample),
  };

  function sampleOf({ version, language }: Pick<Sheet, "version" | "language">) {
    return pickSample(appeal.revision.sampleLetters, { version, language, fallback: appeal.defaultLanguage });
  }

  /** What of it its signer reads. */
  function readableOf(version: string, { foreign }: SheetText, language: string) {
    return sampleOf({ version, language: foreign?.reading?.language ?? language });
  }

  /** With name and country still open: the script knows them as the page writes them. */
  function openClosing(readableSample: ReturnType<typeof sampleOf>, to: AppealRecipient | undefined): string {
    const open = { name: "{name}", country: () => "{country}" };
    const values = openValues(appeal, to, { language: readableSample.language, placeholders: open });
    return composeLetter(readableSample, values, { body: "", ownWords: "" }).closing;
  }

  function shortNames(recipients: AppealRecipient[]): string[] {
    return recipients.map(({ texts }) => inLanguage(texts, locale, appeal.defaultLanguage).short);
  }
}

/** A form sends each end of a line as CR LF (HTML, "constructing the entry list"). */
function isChanged(text: string, sample: { body: string }): boolean {
  return text.replace(/\r\n?/g, "\n") !== sample.body;
}
