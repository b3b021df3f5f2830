import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/lib/format";
import type { LetterView } from "@/lib/letters/view";

/** Under a letter in a language its signer does not read: the same in one they do, folded; else what it asks for. */
export function ReadInOwn({ letter: { foreign, changed, language: lang, letter } }: { letter: LetterView }) {
  const t = useTranslations("reading");
  const locale = useLocale();
  if (!foreign) return null;
  const language = languageName(lang, locale);
  const { reading, request } = foreign;
  if (!reading) {
    return (
      <p className="border-s-4 border-amber ps-4 text-sm">
        {t("alone", { language })}{" "}
        <q lang={request.language} dir={request.dir}>
          {request.text}
        </q>
      </p>
    );
  }
  const { theirs, letter: own } = reading;
  return (
    <details>
      <summary className="link min-h-11 cursor-pointer py-2">
        {t(theirs ? "read" : "readOther", { reading: languageName(reading.language, locale) })}
      </summary>
      <div className="space-y-4 border-s border-line py-3 ps-5">
        <p className="text-sm text-muted">
          {t(changed ? "readChanged" : "readNote", { language })} {letter.ownWords && t("readOwn")}
        </p>
        <div
          lang={reading.language}
          dir={reading.dir}
          className="space-y-[1lh] font-serif whitespace-pre-line wrap-anywhere"
        >
          <p className="font-semibold">{own.subject}</p>
          {[own.opening, own.body, own.closing].map((part) => (
            <p key={part}>{part}</p>
          ))}
        </div>
      </div>
    </details>
  );
}
