import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { addressing } from "@/app/(site)/[locale]/frame";
import { SiteScript } from "@/components/site/site-script";
import { Plain } from "@/components/site/plain";
import { findAppeal } from "@/lib/campaigns/queries";

type Params = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.sent" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SentPage({ params }: Params) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  if (!(await findAppeal(slug))) notFound();
  const t = await getTranslations("site.sent");
  const address = await addressing();
  return (
    <Plain title={t("title")}>
      <p className="text-lg">{t("lead")}</p>
      <p>{t("wait")}</p>
      <p className="text-muted">{t("limit")}</p>
      <p className="text-muted">{t("again")}</p>
      <p>
        <a href={address(`/${locale}/appeals/${slug}`)} className="link-line">
          {t("back")}
        </a>
      </p>
      <SiteScript forgets={slug} />
    </Plain>
  );
}
