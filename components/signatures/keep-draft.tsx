import { useTranslations } from "next-intl";

/**
 * The offer to keep a draft on the device, shown by the script that could keep one. Its boxes are never sent: they have no name.
 * @param props.basis which letter the draft belongs to
 */
export function KeepDraft({ basis }: { basis: string }) {
  const t = useTranslations("writing.draft");
  return (
    <fieldset hidden data-keep-draft={basis} className="space-y-2 border-t border-line pt-4">
      <legend className="sr-only">{t("title")}</legend>
      <Box id="keep-draft" label={t("keep")} hint={t("keepHint")} />
      <div hidden data-kept className="space-y-3 ps-9">
        <Box id="keep-person" label={t("person")} />
        <button type="button" className="link min-h-11 cursor-pointer text-sm">
          {t("forget")}
        </button>
      </div>
      <p role="status" className="text-sm" data-back={t("back")} data-other={t("other")} data-gone={t("gone")} />
      <details hidden>
        <summary className="link min-h-11 cursor-pointer py-2 text-sm">{t("before")}</summary>
        <p dir="auto" className="border-s-2 border-line ps-4 text-sm wrap-anywhere whitespace-pre-line" />
      </details>
    </fieldset>
  );
}

function Box({ id, label, hint }: { id: string; label: string; hint?: string }) {
  return (
    <div className="flex items-start gap-3">
      <input
        type="checkbox"
        id={id}
        className="mt-0.5 size-6 shrink-0 accent-blue"
        autoComplete="off"
        aria-describedby={hint && `${id}-hint`}
      />
      <div>
        <label htmlFor={id} className="block leading-7">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
