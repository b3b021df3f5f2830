import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { languageName } from "./language-name";

type LetterLanguagesProps = {
  path: string;
  /** Those the letter is written in, and the one that is open. */
  written: string[];
  current: string;
  /** Those it could be written in too. */
  others: string[];
};

/** The languages of a letter: from one to the next, and the way to a new one. */
export function LetterLanguages({ path, written, current, others }: LetterLanguagesProps) {
  const t = useTranslations("desk.letter");
  return (
    <div className="mb-7 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <nav aria-label={t("languages")} className="flex flex-wrap gap-x-5 gap-y-1">
        {written.map((language) => (
          <Link
            key={language}
            href={`${path}?language=${language}`}
            aria-current={language === current ? "page" : undefined}
            className="min-h-8 text-blue hover:underline aria-[current]:border-b-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {languageName(language)}
          </Link>
        ))}
      </nav>
      <form action={path} className="flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="add-language" className="block text-xs text-muted">
            {t("addLanguage")}
          </label>
          <select
            id="add-language"
            name="language"
            className="block min-h-11 rounded-sm border border-edge bg-sheet px-3 py-2"
          >
            {others.map((language) => (
              <option key={language} value={language}>
                {languageName(language)}
              </option>
            ))}
          </select>
        </div>
        <Button>{t("addLanguageButton")}</Button>
      </form>
    </div>
  );
}
