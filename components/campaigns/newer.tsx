import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { AppealView } from "@/lib/campaigns/view";

/** The way from an appeal to the newest one about the same case. */
export function Newer({ view, locale }: { view: AppealView; locale: string }) {
  const t = useTranslations("site.appeal");
  return (
    <Notice kind="newer" title={t("newer")}>
      {t(view.state === "live" ? "newerText" : "newerClosed")}{" "}
      <a href={`/${locale}/appeals/${view.slug}`} className="link" lang={view.language} dir={view.dir}>
        {view.text.request}
      </a>
    </Notice>
  );
}
