import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { languageName } from "@/lib/format";
import type { Pair } from "@/lib/letters/pair-paragraphs";
import type { PairedReading, SheetText } from "@/lib/letters/sheet-text";

type ParallelSheetProps = {
  sheet: SheetText & { foreign: NonNullable<SheetText["foreign"]> };
  /** Who gets it. */
  to: ReactNode;
  /** Names the sample letter, where nothing around it does. */
  name?: string | undefined;
  /** Said under the subject. */
  note?: ReactNode;
  /** The field for the text that leaves, for who knows its language; without one it stays as it is. */
  editable?: ReactNode;
  /** What stands between opening and closing where that is all the signer's own. */
  text?: ReactNode;
  opened: boolean;
  /** The field for a paragraph of the signer's own. */
  own?: ReactNode;
  /** The closing in the language of the page, with name and country open, for the script that fills them in. */
  template?: string;
};

/**
 * A letter in a language its signer does not read, each paragraph with the same in one they do; beside it where there is room,
 * else under it. The text that leaves lies in a fold for who wants to change it.
 */
export function ParallelSheet({ sheet, to, name, note, editable, text, opened, own, template }: ParallelSheetProps) {
  const t = useTranslations("reading");
  const form = useTranslations("site.form");
  const locale = useLocale();
  const { foreign, language: lang, dir } = sheet;
  const { reading } = foreign;
  const language = languageName(lang, locale);
  return (
    <div className="sheet @container" data-sheet={name}>
      {to}
      <LeavesNote language={language} foreign={foreign} />
      <div className="mt-4 border-b border-line pb-3 font-sans text-sm text-muted">
        <p>
          {form("subjectLabel")}{" "}
          <span {...{ lang, dir }} className="block text-ink">
            {sheet.subject}
          </span>
        </p>
        {reading && (
          <p lang={reading.language} dir={reading.dir} className="font-sans">
            {reading.letter.subject}
          </p>
        )}
        {note}
      </div>
      <Part sheet={sheet} part="opening" />
      {text || <Part sheet={sheet} part="body" />}
      {editable && (
        <details className="mt-5 border-y border-line" open={opened}>
          <summary className="link min-h-11 cursor-pointer py-2 font-sans text-sm">{t("change", { language })}</summary>
          <p className="font-sans text-sm text-muted">{t("changeNote", { language })}</p>
          <div className="pb-4">{editable}</div>
        </details>
      )}
      {own}
      <Part sheet={sheet} part="closing" template={template} />
    </div>
  );
}

type LeavesNoteProps = { language: string; foreign: ParallelSheetProps["sheet"]["foreign"] };

/** Which of the texts leaves, and what the other is; where there is none, what the letter asks for. */
function LeavesNote({ language, foreign: { reading, request } }: LeavesNoteProps) {
  const t = useTranslations("reading");
  const locale = useLocale();
  if (!reading) {
    return (
      <p className="border-s-4 border-amber ps-4 font-sans text-sm">
        {t("alone", { language })}{" "}
        <q lang={request.language} dir={request.dir}>
          {request.text}
        </q>
      </p>
    );
  }
  const names = { language, reading: languageName(reading.language, locale) };
  return (
    <p className="border-s-4 border-edge ps-4 font-sans text-sm">
      {t(reading.theirs ? "leaves" : "leavesOther", names)} {t(reading.paired ? "paired" : "whole", names)}
    </p>
  );
}

type PartProps = {
  sheet: ParallelSheetProps["sheet"];
  part: "opening" | "body" | "closing";
  template?: string | undefined;
};

function Part({ sheet, part, template }: PartProps) {
  const { reading } = sheet.foreign;
  const { language: lang, dir } = sheet;
  if (reading) return <Pairs pairs={reading[part]} reading={reading} template={template} {...{ lang, dir }} />;
  return (
    <p {...{ lang, dir }} className="mt-5 whitespace-pre-line wrap-anywhere">
      {sheet[part]}
    </p>
  );
}

type PairsProps = {
  pairs: Pair[];
  reading: PairedReading;
  template: string | undefined;
  lang: string;
  dir: "ltr" | "rtl";
};

function Pairs({ pairs, reading, template, lang, dir }: PairsProps) {
  const t = useTranslations("site.form");
  const open = template?.split(/\n\s*\n/) ?? [];
  // The script fills in one paragraph: the one with the name. What is the same in both, such as a salutation that an office has
  // in no other language, stands once.
  const templateOf = (at: number) => (pairs.length === 1 ? template : open[at]);
  return pairs.map((pair, at) => (
    <div key={`${at} ${pair.text}`} className="mt-5 grid gap-x-6 gap-y-1 @md:grid-cols-2">
      <p
        {...(pair.reading === pair.text ? { dir: "auto" } : { lang, dir })}
        className="whitespace-pre-line wrap-anywhere"
      >
        {pair.text}
      </p>
      <p
        hidden={pair.reading === pair.text}
        lang={reading.language}
        dir={reading.dir}
        className="border-s border-line ps-3 text-[0.95em] whitespace-pre-line text-muted wrap-anywhere"
        {...(templateOf(at)?.includes("{name}") && {
          "data-template": templateOf(at),
          "data-name": t("namePlaceholder"),
          "data-country": t("countryPlaceholder"),
        })}
      >
        {pair.reading}
      </p>
    </div>
  ));
}
