import { getTranslations, setRequestLocale } from "next-intl/server";
import { Plain } from "@/components/site/plain";
import { Refused } from "@/components/site/refused";
import { Button } from "@/components/ui/button";
import { orRefusal, Refusal } from "@/lib/errors";
import { wantsNews } from "@/lib/signatures/wants-news";

type Params = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "signer.endNews" });
  return { title: t("title"), robots: { index: false } };
}

export default async function NewsPage({ params }: Params) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const wanted = await orRefusal(wantsNews(token));
  if (wanted instanceof Refusal) return <Refused refusal={wanted} locale={locale} />;
  const t = await getTranslations("signer.endNews");
  if (!wanted) {
    return (
      <Plain title={t("endedTitle")}>
        <p className="text-lg">{t("endedText")}</p>
      </Plain>
    );
  }
  return (
    <Plain title={t("title")}>
      <p className="text-lg">{t("text")}</p>
      <form method="post" action={`/${locale}/news/${token}`}>
        <Button look="main">{t("button")}</Button>
      </form>
    </Plain>
  );
}
