import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FormAction } from "./action-form";
import { AddLanguageForm } from "./add-language-form";
import { languageChoices } from "./language-choices";
import { languageName } from "./language-name";

type AppealLanguagesProps = {
  languages: { code: string; whole: boolean }[];
  defaultLanguage: string;
  current: string;
  /** The address of the page, to which the language is added. */
  href: string;
  add: FormAction;
};

/** The languages of an appeal: the one that is open, the others, and the way to one more. */
export function AppealLanguages({ languages, defaultLanguage, current, href, add }: AppealLanguagesProps) {
  const t = useTranslations("desk.appealText");
  const ordered = languages.toSorted((one, other) => rank(one.code) - rank(other.code));
  function rank(code: string) {
    return code === defaultLanguage ? 0 : 1;
  }
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <nav aria-label={t("languages")} className="flex flex-wrap gap-x-5">
        {ordered.map(({ code, whole }) => (
          <Link
            key={code}
            href={`${href}?language=${code}`}
            aria-current={code === current ? "page" : undefined}
            className="inline-flex min-h-11 items-center gap-1.5 border-b-2 border-transparent hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold"
          >
            {languageName(code)}
            <span className="text-xs font-normal text-muted">
              {[code === defaultLanguage && t("default"), !whole && t("unfinished")].filter(Boolean).join(", ")}
            </span>
          </Link>
        ))}
      </nav>
      <details>
        <summary className="link flex min-h-11 cursor-pointer items-center">{t("add")}</summary>
        <div className="max-w-[22rem] pt-2 pb-4">
          <AddLanguageForm action={add} choices={languageChoices(languages.map(({ code }) => code))} />
        </div>
      </details>
    </div>
  );
}
