import { getTranslations, setRequestLocale } from "next-intl/server";
import { ErasedNote } from "@/components/site/erased-note";

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
  return <ErasedNote title={t("erasedTitle")} text={t("erasedText")} locale={locale} />;
}
