import { useTranslations } from "next-intl";

const names: Record<string, string> = { en: "EN", ar: "العربية" };

type Props = { locale: string; languages: { language: string; href: string }[] };

/** The head of every public page: whose house this is, and the same page in other languages. */
export function SiteHeader({ locale, languages }: Props) {
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
        <nav aria-label={t("language")} className="flex gap-4 text-sm">
          {languages
            .filter(({ language }) => language !== locale)
            .map(({ language, href }) => (
              <a key={language} href={href} hrefLang={language} lang={language} className="link py-3">
                {names[language] ?? language}
              </a>
            ))}
        </nav>
      </div>
    </header>
  );
}
