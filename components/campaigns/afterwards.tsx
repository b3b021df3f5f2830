import { useTranslations } from "next-intl";
import { AppealLinks, type AppealLink } from "./appeal-links";

type AfterwardsProps = { newer: AppealLink | null; others: AppealLink[]; locale: string };

/** What a reader can do who finds an appeal that nobody can write for any more. */
export function Afterwards({ newer, others, locale }: AfterwardsProps) {
  const t = useTranslations("sharing.closed");
  return (
    <section aria-labelledby="afterwards" className="max-w-[62ch] space-y-4 print:hidden">
      <h2 id="afterwards" className="font-serif text-xl font-semibold">
        {t("title")}
      </h2>
      {newer && (
        <div>
          <p>{t("newer")}</p>
          <AppealLinks appeals={[newer]} />
        </div>
      )}
      <div>
        <p>{t(others.length > 0 ? "others" : "none")}</p>
        <AppealLinks appeals={others} />
      </div>
      <p className="flex flex-wrap gap-x-5">
        {others.length > 0 && (
          <a href={`/${locale}`} className="link-line">
            {t("all")}
          </a>
        )}
        <a href={`/${locale}/feed/atom`} className="link-line">
          {t("follow")}
        </a>
      </p>
    </section>
  );
}
