import { useTranslations } from "next-intl";
import { describedBy, FieldError } from "@/components/ui/field";
import { limits } from "@/lib/signatures/schema";

export type EditorLetter = {
  subject: string;
  opening: string;
  closing: string;
  /** The closing with `{name}` and `{country}` still open, for the script that fills them in while they are typed. */
  closingTemplate: string;
  body: string;
  ownWords: string;
  ownWordsPrompt: string;
  /** Sentences that have to stay in the editable part. */
  requests: string[];
  language: string;
  dir: "ltr" | "rtl";
};

type Errors = { body?: string | undefined; ownWords?: string | undefined };

/** The letter as paper: what is fixed in quiet ink, what the signer writes in blue on ruled lines. */
export function LetterEditor({ letter, errors }: { letter: EditorLetter; errors: Errors }) {
  const t = useTranslations("site.form");
  const { language: lang, dir } = letter;
  return (
    <div className="sheet">
      <p className="border-b border-line pb-3 font-sans text-sm text-muted">
        {t("subject")}:{" "}
        <span {...{ lang, dir }} className="text-ink">
          {letter.subject}
        </span>
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
      {letter.requests.length > 0 && <MustStay {...{ lang, dir }} requests={letter.requests} />}
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

/** What the signer may not take out of the editable part, said before they try. */
function MustStay({ requests, lang, dir }: { requests: string[]; lang: string; dir: "ltr" | "rtl" }) {
  const t = useTranslations("site.form");
  return (
    <div id="body-must-stay" className="mt-2 font-sans text-sm text-muted">
      <p>{t("mustStay")}</p>
      <ul {...{ lang, dir }} className="mt-1 space-y-1 border-s-2 border-line ps-3 font-serif text-base">
        {requests.map((request) => (
          <li key={request}>{request}</li>
        ))}
      </ul>
    </div>
  );
}

type InkFieldProps = {
  name: "body" | "ownWords";
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
