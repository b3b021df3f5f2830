import { useTranslations } from "next-intl";
import { describedBy, FieldError } from "@/components/ui/field";

type InkFieldProps = {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  rows: number;
  defaultValue: string;
  /** Whether that is what its writer made of it. */
  changed?: boolean;
  maxLength: number;
  placeholder?: string;
  /** The id of something else that is said about the field. */
  note?: string | undefined;
  required?: boolean;
  lang: string;
  dir: "ltr" | "rtl";
};

/** Where the signer writes: blue ink on ruled lines. */
export function InkField({ name, label, hint, error, changed, note = "", lang, dir, ...area }: InkFieldProps) {
  const t = useTranslations("site");
  const described = describedBy(name, { hint, error });
  return (
    <div className={`mt-5 ${error ? "border-s-4 border-brick ps-4" : ""}`}>
      <div className="mb-3 font-sans text-sm">
        <label htmlFor={name} className="font-semibold">
          {label}
        </label>
        <p id={`${name}-hint`} className="text-sm text-muted">
          {hint}
        </p>
        <FieldError name={name} error={error} errorWord={t("errors.error")} />
      </div>
      <textarea
        id={name}
        name={name}
        className="ink"
        spellCheck
        autoCapitalize="sentences"
        lang={lang}
        dir={dir}
        data-changed={changed || undefined}
        {...area}
        {...described}
        aria-describedby={`${described["aria-describedby"]} ${note}`.trim()}
      />
      <p className="font-sans text-sm text-muted tabular-nums" aria-live="polite" data-left={t("form.remaining")} />
    </div>
  );
}
