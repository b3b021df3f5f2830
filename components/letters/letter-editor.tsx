import { useFormatter, useTranslations } from "next-intl";
import { describedBy, FieldError } from "@/components/ui/field";
import { bodyPrefix, limits } from "@/lib/signatures/schema";

export type EditorLetter = {
  subject: string;
  opening: string;
  closing: string;
  /** The closing with `{name}` and `{country}` still open, for the script that fills them in while they are typed. */
  closingTemplate: string;
  body: string;
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
  /** The texts for others. */
  versions: LetterVersion[];
  language: string;
  dir: "ltr" | "rtl";
};

export type LetterVersion = {
  key: string;
  to: string[];
  /** How many more get it than are named. */
  more: number;
  subject: string;
  opening: string;
  body: string;
  closing: string;
};

type Errors = { body?: string | undefined; bodies?: string | undefined; ownWords?: string | undefined };

/** The letter as paper: what is fixed in quiet ink, what the signer writes in blue on ruled lines. */
export function LetterEditor({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.errors");
  const { language: lang, dir } = letter;
  return (
    <>
      <MainSheet letter={letter} errors={errors} />
      {letter.versions.length > 0 && (
        <div id="bodies" tabIndex={-1}>
          <FieldError name="bodies" error={errors.bodies} errorWord={t("error")} />
        </div>
      )}
      {letter.versions.map((version) => (
        <VersionSheet key={version.key} version={version} opened={errors.bodies !== undefined} {...{ lang, dir }} />
      ))}
    </>
  );
}

function MainSheet({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.form");
  const format = useFormatter();
  const { language: lang, dir, limit } = letter;
  return (
    <div className="sheet">
      {letter.to.length > 0 && <ToLine to={letter.to} />}
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
      <InkField
        name="body"
        label={t("body")}
        hint={t("bodyHint")}
        error={errors.body}
        rows={12}
        defaultValue={letter.body}
        maxLength={limits.body}
        note={letter.requests.length > 0 ? "body-must-stay" : undefined}
        {...{ lang, dir }}
      />
      {letter.requests.length > 0 && <MustStay {...{ lang, dir }} requests={letter.requests} must={letter.must} />}
      {limit && (
        <p className="mt-2 font-sans text-sm text-muted tabular-nums">
          {t(limit.short === null ? "limitReached" : "limit", {
            name: limit.short ?? "",
            most: format.number(limit.most),
          })}
        </p>
      )}
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

/** Who gets a text. */
function ToLine({ to }: { to: string[] }) {
  const t = useTranslations("site.form");
  const format = useFormatter();
  return (
    <p className="mb-2 font-sans text-sm">
      {t("to")} <span className="font-semibold">{format.list(to)}</span>
    </p>
  );
}

type VersionSheetProps = { version: LetterVersion; opened: boolean; lang: string; dir: "ltr" | "rtl" };

/** The text that some of the recipients get instead, closed until somebody wants to read or change it. */
function VersionSheet({ version, opened, lang, dir }: VersionSheetProps) {
  const t = useTranslations("site.form");
  const format = useFormatter();
  const to = version.more > 0 ? [...version.to, t("more", { count: version.more })] : version.to;
  return (
    <details className="border-t border-line pt-3" open={opened}>
      <summary className="link min-h-11 cursor-pointer py-2">{t("version", { names: format.list(to) })}</summary>
      <div className="sheet mt-3">
        <ToLine to={to} />
        <p className="border-b border-line pb-3 font-sans text-sm text-muted">
          {t("subjectLabel")}{" "}
          <span {...{ lang, dir }} className="text-ink">
            {version.subject}
          </span>
        </p>
        <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
          {version.opening}
        </p>
        <InkField
          name={`${bodyPrefix}${version.key}`}
          label={t("versionBody", { names: format.list(to) })}
          hint={t("versionHint")}
          error={undefined}
          rows={10}
          defaultValue={version.body}
          maxLength={limits.body}
          {...{ lang, dir }}
        />
        <p {...{ lang, dir }} className="fixed-ink mt-5 wrap-anywhere" title={t("fixed")}>
          {version.closing}
        </p>
      </div>
    </details>
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
