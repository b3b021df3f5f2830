import { useTranslations } from "next-intl";

export type LanguageLink = {
  /** A language tag (RFC 5646). */
  tag: string;
  /** What the language calls itself, and what stands for it where there is little room. */
  name: string;
  short: string;
  href: string;
  current: boolean;
};

/** The same page in other languages: a fold, so that it opens without script. */
export function LanguageMenu({ languages }: { languages: LanguageLink[] }) {
  const t = useTranslations("site.nav");
  const current = languages.find((one) => one.current);
  return (
    <nav aria-label={t("language")} className="shrink-0 text-sm">
      <details className="relative">
        <summary className="flex min-h-11 min-w-11 cursor-pointer list-none items-center justify-end gap-1.5 text-blue">
          <span className="sr-only">{t("language")}: </span>
          {current?.short}
          <span aria-hidden="true">▾</span>
        </summary>
        <ul className="absolute end-0 z-10 min-w-44 border border-line bg-sheet py-1">
          {languages.map(({ tag, name, href, current: here }) => (
            <li key={tag}>
              <a
                href={href}
                hrefLang={tag}
                lang={tag}
                aria-current={here ? "page" : undefined}
                className="flex min-h-11 items-center px-4 text-blue no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
