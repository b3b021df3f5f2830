import { useTranslations } from "next-intl";

type Props = { locale: string; sourceHref: string | undefined };

/** The foot of every public page. The licence wants the source of what runs here offered to everybody (AGPL, section 13). */
export function SiteFooter({ locale, sourceHref }: Props) {
  const t = useTranslations("site.nav");
  return (
    <footer className="border-t border-line print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between items-center gap-x-6 px-5 py-3 text-sm text-muted">
        <a href={`/${locale}/privacy`} className="link-line">
          {t("privacy")}
        </a>
        {sourceHref ? (
          <a href={sourceHref} className="link-line">
            {t("source")}
          </a>
        ) : (
          <span>{t("source")}</span>
        )}
      </div>
    </footer>
  );
}
