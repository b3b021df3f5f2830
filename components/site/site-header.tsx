import { useTranslations } from "next-intl";
import { LanguageMenu, type LanguageLink } from "./language-menu";

/** The head of every public page: whose house this is, and the same page in other languages. */
export function SiteHeader({ locale, languages }: { locale: string; languages: LanguageLink[] }) {
  const t = useTranslations("site.nav");
  return (
    <header className="border-b border-line print:hidden">
      <a href="#content" className="sr-only focus:not-sr-only">
        {t("skip")}
      </a>
      <div className="mx-auto flex min-h-14 max-w-6xl items-center justify-between gap-6 px-5">
        <a href={`/${locale}`} className="py-3 font-serif font-semibold text-ink no-underline">
          {t("house")}
        </a>
        <LanguageMenu languages={languages} />
      </div>
    </header>
  );
}
