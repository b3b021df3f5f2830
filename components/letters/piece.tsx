import { useTranslations } from "next-intl";

type PieceProps = {
  id: string;
  label: string;
  value: string;
  note?: string;
  language?: string;
  dir?: "ltr" | "rtl" | "auto";
};

/** A piece of a letter that is copied somewhere else: a tap selects all of it, a button copies it where script runs. */
export function Piece({ id, label, value, note, language, dir = "auto" }: PieceProps) {
  const t = useTranslations("channels.send");
  return (
    <div className="space-y-1">
      <div className="flex items-center justify-between gap-3">
        <p id={`${id}-label`} className="text-sm font-semibold">
          {label}
          {note && <span className="font-normal text-muted tabular-nums"> · {note}</span>}
        </p>
        <button
          type="button"
          data-copy={id}
          data-done={t("copied")}
          aria-describedby={`${id}-label`}
          aria-live="polite"
          hidden
          className="link -my-2 min-h-11 min-w-11 cursor-pointer text-sm font-semibold"
        >
          {t("copy")}
        </button>
      </div>
      <p
        id={id}
        lang={language}
        dir={dir}
        className="max-h-80 overflow-y-auto border border-line bg-sheet px-3 py-2 whitespace-pre-line select-all wrap-anywhere"
        tabIndex={0}
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-labelledby={`${id}-label`}
      >
        {value}
      </p>
    </div>
  );
}
