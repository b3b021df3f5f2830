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
        {...{ lang, dir }}
      />
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

type InkFieldProps = {
  name: "body" | "ownWords";
  label: string;
  hint: string;
  error: string | undefined;
  rows: number;
  defaultValue: string;
  maxLength: number;
  placeholder?: string;
  lang: string;
  dir: "ltr" | "rtl";
};

function InkField({ name, label, hint, error, lang, dir, ...area }: InkFieldProps) {
  const t = useTranslations("site");
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
        {...describedBy(name, { hint, error })}
      />
      <p className="font-sans text-sm text-muted tabular-nums" aria-live="polite" data-left={t("form.remaining")} />
    </div>
  );
}
