import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field";
import { languageName } from "@/lib/format";
import { bodyLanguageField, bodyPrefix, limits, revisionField } from "@/lib/signatures/schema";
import type { EditorLetter, LetterVersion } from "./editor-letter";
import { InkField } from "./ink-field";
import { LetterBudget } from "./letter-budget";
import { EditableBody, OwnText, OwnWordsField } from "./letter-parts";
import { ParallelSheet } from "./parallel-sheet";

type Errors = { body?: string | undefined; bodies?: string | undefined; ownWords?: string | undefined };

/** The letter as paper: what is fixed in quiet ink, what the signer writes in blue on ruled lines. */
export function LetterEditor({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.errors");
  return (
    <>
      <input type="hidden" name={bodyLanguageField} value={letter.language} />
      <input type="hidden" name={revisionField} value={letter.revision} />
      {letter.foreign ? (
        <ForeignSheet letter={{ ...letter, foreign: letter.foreign }} errors={errors} />
      ) : (
        <MainSheet letter={letter} errors={errors} />
      )}
      {letter.versions.length > 0 && (
        <div id="bodies" tabIndex={-1}>
          <FieldError name="bodies" error={errors.bodies} errorWord={t("error")} />
        </div>
      )}
      {letter.versions.map((version) => (
        <VersionSheet
          key={version.key}
          version={version}
          locked={letter.writing !== "edit"}
          opened={errors.bodies !== undefined}
        />
      ))}
    </>
  );
}

function MainSheet({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.form");
  const { language: lang, dir } = letter;
  return (
    <div className="sheet" data-sheet={letter.sheet}>
      <MainElsewhere letter={letter} />
      <ToLine to={letter.to} more={letter.more} />
      <p className="border-b border-line pb-3 font-sans text-sm text-muted">
        {t("subjectLabel")}{" "}
        <span {...{ lang, dir }} className="text-ink">
          {letter.subject}
        </span>
        {letter.subjectVaries && <span className="mt-1 block">{t("subjectVaries")}</span>}
      </p>
      <LockedText text={letter.opening} lang={lang} dir={dir} />
      <MainText letter={letter} errors={errors} />
      <Closing letter={letter} />
    </div>
  );
}

type ClosingProps = { letter: Pick<EditorLetter, "closing" | "closingTemplate" | "language" | "dir"> };

/** The end of a letter; a script fills name and country in while they are typed. */
function Closing({ letter: { closing, closingTemplate, language: lang, dir } }: ClosingProps) {
  const t = useTranslations("site.form");
  return (
    <p
      {...{ lang, dir }}
      className="fixed-ink mt-5 wrap-anywhere"
      title={t("fixed")}
      data-template={closingTemplate}
      data-name={t("namePlaceholder")}
      data-country={t("countryPlaceholder")}
    >
      {closing}
    </p>
  );
}

/** What stands between opening and closing, by how the letter is written. */
function MainText({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const { language: lang, dir, writing } = letter;
  if (writing === "own") return <OwnText letter={letter} error={errors.body} />;
  return (
    <>
      {writing === "edit" ? (
        <EditableBody letter={letter} error={errors.body} />
      ) : (
        <LockedText text={letter.body} lang={lang} dir={dir} />
      )}
      <OwnWordsField letter={letter} error={errors.ownWords} />
      <LetterBudget letter={letter} />
    </>
  );
}

/** What is the same in every letter, in quiet ink. */
function LockedText({ text, lang, dir }: { text: string; lang: string; dir: "ltr" | "rtl" }) {
  const t = useTranslations("site.form");
  return (
    <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
      {text}
    </p>
  );
}

/** The letter in a language the signer does not read: they read it in theirs, and add a paragraph in it. */
function ForeignSheet({ letter, errors }: { letter: ForeignLetter; errors: Errors }) {
  const form = useTranslations("site.form");
  const { writing } = letter;
  return (
    <ParallelSheet
      sheet={letter}
      to={
        <>
          <MainElsewhere letter={letter} />
          <ToLine to={letter.to} more={letter.more} />
        </>
      }
      name={letter.sheet}
      note={letter.subjectVaries && <p className="mt-1">{form("subjectVaries")}</p>}
      opened={errors.body !== undefined}
      editable={writing === "edit" && <EditableBody letter={letter} error={errors.body} />}
      text={writing === "own" && <OwnText letter={letter} error={errors.body} />}
      own={
        writing !== "own" && (
          <>
            <OwnWordsField letter={letter} error={errors.ownWords} />
            <LetterBudget letter={letter} />
          </>
        )
      }
      template={letter.closingTemplate}
    />
  );
}

type ForeignLetter = EditorLetter & { foreign: NonNullable<EditorLetter["foreign"]> };

/** Said of the text to everybody while it goes to nobody from the country that is chosen: of it only the signer's own words leave. */
function MainElsewhere({ letter: { versions } }: { letter: EditorLetter }) {
  const t = useTranslations("site.form");
  if (versions.length === 0) return null;
  return <NotFromHere>{t("ownWordsElsewhere")}</NotFromHere>;
}

/** Seen while script knows that a text goes to nobody from the country that is chosen. */
function NotFromHere({ children }: { children?: ReactNode }) {
  const t = useTranslations("site.form");
  return (
    <p data-not-from-here className="border-s-4 border-amber ps-4 font-sans text-sm">
      {t("notFromHere")} {children}
    </p>
  );
}

/** Who gets a text; nothing where everybody does. */
function ToLine({ to, more }: { to: string[]; more: number }) {
  const t = useTranslations("site.form");
  const names = useNames();
  if (to.length === 0) return null;
  return (
    <p className="mb-2 font-sans text-sm">
      {t("to")} <span className="font-semibold">{names(to, more)}</span>
    </p>
  );
}

/** Those who are named, and how many more there are, as one list. */
function useNames(): (to: string[], more: number) => string {
  const t = useTranslations("site.form");
  const format = useFormatter();
  return (to, more) => format.list(more > 0 ? [...to, t("more", { count: more })] : to);
}

type VersionSheetProps = { version: LetterVersion; locked: boolean; opened: boolean };

/** The text that some of the recipients get instead, closed until somebody wants to read or change it. */
function VersionSheet({ version, locked, opened }: VersionSheetProps) {
  const t = useTranslations("site.form");
  const reading = useTranslations("reading");
  const locale = useLocale();
  const { foreign, language } = version;
  const names = useNames()(version.to, version.more);
  return (
    <details className="border-t border-line pt-3" open={opened} data-sheet={version.sheet}>
      <summary className="link min-h-11 cursor-pointer py-2">
        {foreign ? reading("sheet", { names, language: languageName(language, locale) }) : t("version", { names })}
      </summary>
      <NotFromHere />
      <div className="mt-3">
        {foreign ? (
          <ParallelSheet
            sheet={{ ...version, foreign }}
            to={<ToLine {...version} />}
            opened={opened}
            editable={!locked && <VersionBody version={version} names={names} />}
            template={version.closingTemplate}
          />
        ) : (
          <ReadSheet version={version}>
            {locked ? (
              <LockedText text={version.body} lang={language} dir={version.dir} />
            ) : (
              <VersionBody version={version} names={names} />
            )}
          </ReadSheet>
        )}
      </div>
    </details>
  );
}

function ReadSheet({ version, children }: { version: LetterVersion; children: ReactNode }) {
  const t = useTranslations("site.form");
  const { language: lang, dir } = version;
  return (
    <div className="sheet">
      <ToLine {...version} />
      <p className="border-b border-line pb-3 font-sans text-sm text-muted">
        {t("subjectLabel")}{" "}
        <span {...{ lang, dir }} className="text-ink">
          {version.subject}
        </span>
      </p>
      <LockedText text={version.opening} lang={lang} dir={dir} />
      {children}
      <Closing letter={version} />
    </div>
  );
}

function VersionBody({ version, names }: { version: LetterVersion; names: string }) {
  const t = useTranslations("site.form");
  return (
    <InkField
      name={`${bodyPrefix}${version.key}`}
      label={t("versionBody", { names })}
      hint={t("versionHint")}
      error={undefined}
      rows={10}
      defaultValue={version.body}
      changed={version.changed}
      maxLength={limits.body}
      lang={version.language}
      dir={version.dir}
    />
  );
}
