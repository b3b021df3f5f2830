import { getTranslations, setRequestLocale } from "next-intl/server";
import { Plain } from "@/components/site/plain";

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.mine" });
  return { title: t("erasedTitle"), robots: { index: false } };
}

export default async function ErasedPage({ params }: Params) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("site.mine");
  const nav = await getTranslations("site.nav");
  return (
    <Plain title={t("erasedTitle")}>
      <p className="text-lg">{t("erasedText")}</p>
      <p>
        <a href={`/${locale}`} className="link-line">
          {nav("home")}
        </a>
      </p>
    </Plain>
  );
}
