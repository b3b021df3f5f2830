import { getTranslations, setRequestLocale } from "next-intl/server";
import { ErasedNote } from "@/components/site/erased-note";

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.confirm" });
  return { title: t("erasedTitle"), robots: { index: false } };
}

/** Where one arrives who erased, unconfirmed, what somebody else had entered in their name. */
export default async function NotMePage({ params }: Params) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("site.confirm");
  return <ErasedNote title={t("erasedTitle")} text={t("erasedText")} locale={locale} />;
}
