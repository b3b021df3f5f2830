import { useTranslations } from "next-intl";

/** The foot of every public page. */
export function SiteFooter({ locale }: { locale: string }) {
  const t = useTranslations("site.nav");
  return (
    <footer className="border-t border-line print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-6 gap-y-2 px-5 py-6 text-sm text-muted">
        <a href={`/${locale}/privacy`} className="link">
          {t("privacy")}
        </a>
        <span>{t("source")}</span>
      </div>
    </footer>
  );
}
