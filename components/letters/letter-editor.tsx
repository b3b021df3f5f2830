import { useFormatter, useLocale, useTranslations } from "next-intl";
import { describedBy, FieldError } from "@/components/ui/field";
import { languageName } from "@/lib/format";
import type { SheetText } from "@/lib/letters/sheet-text";
import { bodyLanguageField, bodyPrefix, limits } from "@/lib/signatures/schema";
import { ParallelSheet } from "./parallel-sheet";

export type EditorLetter = SheetText & {
  /** The closing with `{name}` and `{country}` still open, for the script that fills them in while they are typed. */
  closingTemplate: string;
  ownWords: string;
  ownWordsPrompt: string;
  /** What has to stay in the editable part, or should. */
  requests: string[];
  /** Whether it has to. */
  must: boolean;
  /** Whether the subject differs from one writer to the next. */
  subjectVaries: boolean;
  /** The shortest letter any recipient takes, in characters, and who that is. */
  limit: { most: number; short: string | null } | null;
  /** Who gets this text; empty while everybody does. */
  to: string[];
  /** How many more get it than are named. */
  more: number;
  /** The texts for others. */
  versions: LetterVersion[];
  /** The language of the page, in which the signer adds words of their own. */
  reader: { language: string; dir: "ltr" | "rtl" };
};

export type LetterVersion = SheetText & {
  key: string;
  to: string[];
  /** How many more get it than are named. */
  more: number;
};

type Errors = { body?: string | undefined; bodies?: string | undefined; ownWords?: string | undefined };

/** The letter as paper: what is fixed in quiet ink, what the signer writes in blue on ruled lines. */
export function LetterEditor({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.errors");
  return (
    <>
      <input type="hidden" name={bodyLanguageField} value={letter.language} />
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
        <VersionSheet key={version.key} version={version} opened={errors.bodies !== undefined} />
      ))}
    </>
  );
}

function MainSheet({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.form");
  const { language: lang, dir } = letter;
  return (
    <div className="sheet">
      <ToLine to={letter.to} more={letter.more} />
      <p className="border-b border-line pb-3 font-sans text-sm text-muted">
        {t("subjectLabel")}{" "}
        <span {...{ lang, dir }} className="text-ink">
          {letter.subject}
        </span>
        {letter.subjectVaries && <span className="mt-1 block">{t("subjectVaries")}</span>}
      </p>
      <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
        {letter.opening}
      </p>
      <EditableBody letter={letter} error={errors.body} />
      <Budget limit={letter.limit} />
      <InkField
        name="ownWords"
        label={t("ownWords")}
        hint={t("ownWordsHint")}
        error={errors.ownWords}
        rows={4}
        defaultValue={letter.ownWords}
        maxLength={limits.ownWords}
        placeholder={letter.ownWordsPrompt}
        {...{ lang, dir }}
      />
      <p
        {...{ lang, dir }}
        className="fixed-ink mt-5 wrap-anywhere"
        title={t("fixed")}
        data-template={letter.closingTemplate}
        data-name={t("namePlaceholder")}
        data-country={t("countryPlaceholder")}
      >
        {letter.closing}
      </p>
    </div>
  );
}

/** The letter in a language the signer does not read: they read it in theirs, and add a paragraph in it. */
function ForeignSheet({ letter, errors }: { letter: ForeignLetter; errors: Errors }) {
  const t = useTranslations("reading");
  const form = useTranslations("site.form");
  const locale = useLocale();
  const { reader } = letter;
  return (
    <ParallelSheet
      sheet={letter}
      to={<ToLine to={letter.to} more={letter.more} />}
      note={letter.subjectVaries && <p className="mt-1">{form("subjectVaries")}</p>}
      opened={errors.body !== undefined}
      editable={<EditableBody letter={letter} error={errors.body} />}
      own={
        <>
          <InkField
            name="ownWords"
            label={t("ownWords")}
            hint={t("ownWordsHint", { language: languageName(letter.language, locale) })}
            error={errors.ownWords}
            rows={4}
            defaultValue={letter.ownWords}
            maxLength={limits.ownWords}
            placeholder={letter.foreign.reading ? letter.ownWordsPrompt : ""}
            lang={reader.language}
            dir={reader.dir}
          />
          <Budget limit={letter.limit} />
        </>
      }
      template={letter.closingTemplate}
    />
  );
}

type ForeignLetter = EditorLetter & { foreign: NonNullable<EditorLetter["foreign"]> };

/** The field for the text that leaves, and what has to stay in it. */
function EditableBody({ letter, error }: { letter: EditorLetter; error: string | undefined }) {
  const t = useTranslations("site.form");
  const { language: lang, dir, requests, must } = letter;
  return (
    <>
      <InkField
        name="body"
        label={t("body")}
        hint={t("bodyHint")}
        error={error}
        rows={12}
        defaultValue={letter.body}
        maxLength={limits.body}
        note={requests.length > 0 ? "body-must-stay" : undefined}
        {...{ lang, dir }}
      />
      {requests.length > 0 && <MustStay {...{ lang, dir, requests, must }} />}
    </>
  );
}

/** How long a letter to the strictest recipient may be. */
function Budget({ limit }: Pick<EditorLetter, "limit">) {
  const t = useTranslations("site.form");
  const format = useFormatter();
  if (!limit) return null;
  const name = limit.short ?? "";
  return (
    <p className="mt-2 font-sans text-sm text-muted tabular-nums">
      {t(limit.short === null ? "limitReached" : "limit", { name, most: format.number(limit.most) })}
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

type VersionSheetProps = { version: LetterVersion; opened: boolean };

/** The text that some of the recipients get instead, closed until somebody wants to read or change it. */
function VersionSheet({ version, opened }: VersionSheetProps) {
  const t = useTranslations("site.form");
  const reading = useTranslations("reading");
  const locale = useLocale();
  const { foreign, language } = version;
  const names = useNames()(version.to, version.more);
  return (
    <details className="border-t border-line pt-3" open={opened}>
      <summary className="link min-h-11 cursor-pointer py-2">
        {foreign ? reading("sheet", { names, language: languageName(language, locale) }) : t("version", { names })}
      </summary>
      <div className="mt-3">
        {foreign ? (
          <ParallelSheet
            sheet={{ ...version, foreign }}
            to={<ToLine {...version} />}
            opened={opened}
            editable={<VersionBody version={version} names={names} />}
          />
        ) : (
          <ReadSheet version={version} names={names} />
        )}
      </div>
    </details>
  );
}

type NamedVersion = { version: LetterVersion; names: string };

function ReadSheet({ version, names }: NamedVersion) {
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
      <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
        {version.opening}
      </p>
      <VersionBody version={version} names={names} />
      <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
        {version.closing}
      </p>
    </div>
  );
}

function VersionBody({ version, names }: NamedVersion) {
  const t = useTranslations("site.form");
  return (
    <InkField
      name={`${bodyPrefix}${version.key}`}
      label={t("versionBody", { names })}
      hint={t("versionHint")}
      error={undefined}
      rows={10}
      defaultValue={version.body}
      maxLength={limits.body}
      lang={version.language}
      dir={version.dir}
    />
  );
}

type MustStayProps = { requests: string[]; must: boolean; lang: string; dir: "ltr" | "rtl" };

/** What the signer may not, or should not, take out of the editable part, said before they try. */
function MustStay({ requests, must, lang, dir }: MustStayProps) {
  const t = useTranslations("site.form");
  return (
    <div id="body-must-stay" className="mt-2 font-sans text-sm text-muted">
      <p>{t(must ? "mustStay" : "shouldStay")}</p>
      <ul {...{ lang, dir }} className="mt-1 space-y-1 border-s-2 border-line ps-3 font-serif text-base">
        {requests.map((request) => (
          <li key={request}>{request}</li>
        ))}
      </ul>
    </div>
  );
}

type InkFieldProps = {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  rows: number;
  defaultValue: string;
  maxLength: number;
  placeholder?: string;
  /** The id of something else that is said about the field. */
  note?: string | undefined;
  lang: string;
  dir: "ltr" | "rtl";
};

function InkField({ name, label, hint, error, note = "", lang, dir, ...area }: InkFieldProps) {
  const t = useTranslations("site");
  const described = describedBy(name, { hint, error });
  return (
    <div className={`mt-5 ${error ? "border-s-4 border-brick ps-4" : ""}`}>
      <div className="mb-2 font-sans text-sm">
        <label htmlFor={name} className="font-semibold">
          {label}
        </label>
        <p id={`${name}-hint`} className="text-muted">
          {hint}
        </p>
        <FieldError name={name} error={error} errorWord={t("errors.error")} />
      </div>
      <textarea
        id={name}
        name={name}
        className="ink"
        spellCheck
        lang={lang}
        dir={dir}
        {...area}
        {...described}
        aria-describedby={`${described["aria-describedby"]} ${note}`.trim()}
      />
      <p className="font-sans text-sm text-muted tabular-nums" aria-live="polite" data-left={t("form.remaining")} />
    </div>
  );
}
