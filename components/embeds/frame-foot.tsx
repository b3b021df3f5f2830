import { useTranslations } from "next-intl";
import { SiteScript } from "@/components/site/site-script";

export type FrameLanguage = { tag: string; name: string; href: string };

type FrameFootProps = { locale: string; slug: string; languages: FrameLanguage[] };

const line = "link-line";

/** The foot of a page in a frame: whose it is, where the whole case stands, and the script that tells its height. */
export function FrameFoot({ locale, slug, languages }: FrameFootProps) {
  const t = useTranslations("embed");
  const nav = useTranslations("site.nav");
  return (
    <footer className="px-5 text-sm text-muted">
      {languages.length > 0 && (
        <nav aria-label={nav("language")} className="flex flex-wrap gap-x-5 border-t border-line py-1">
          {languages.map(({ tag, name, href }) => (
            <a key={tag} href={href} hrefLang={tag} lang={tag} dir="auto" className={line}>
              {name}
            </a>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-center gap-x-5 border-t border-line py-1">
        <a href={`/${locale}/appeals/${slug}`} className={line}>
          {t("whole")}
        </a>
        <a href={`/${locale}/privacy`} className={line}>
          {nav("privacy")}
        </a>
        <span className="py-3">{t("beside", { house: nav("house") })}</span>
      </div>
      <SiteScript />
    </footer>
  );
}
