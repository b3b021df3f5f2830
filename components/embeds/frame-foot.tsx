import { useTranslations } from "next-intl";

/** The foot of a page in a frame: whose it is, where the whole case stands, and the script that tells its height. */
export function FrameFoot({ locale, slug }: { locale: string; slug: string }) {
  const t = useTranslations("embed");
  const nav = useTranslations("site.nav");
  return (
    <footer className="px-5">
      <div className="flex flex-wrap items-center gap-x-5 border-t border-line py-2 text-sm text-muted">
        <a href={`/${locale}/appeals/${slug}`} className="link inline-flex min-h-11 items-center">
          {t("whole")}
        </a>
        <a href={`/${locale}/privacy`} className="link inline-flex min-h-11 items-center">
          {nav("privacy")}
        </a>
        <span className="py-3">{t("beside", { house: nav("house") })}</span>
      </div>
      <script type="module" src="/frame.js" data-own="" />
    </footer>
  );
}
