import { getTranslations, setRequestLocale } from "next-intl/server";
import { alternates } from "@/app/(site)/[locale]/alternates";
import { Plain } from "@/components/site/plain";
import { Prose } from "@/components/ui/prose";
import { listPrivacyTexts } from "@/lib/accounts/organisation-queries";

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.privacy" });
  return { title: t("title"), alternates: alternates(locale, "/privacy") };
}

const parts = ["kept", "not", "who", "long", "rights"] as const;

export default async function PrivacyPage({ params }: Params) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("site.privacy");
  return (
    <Plain title={t("title")}>
      <p className="text-lg">{t("lead")}</p>
      {parts.map((part) => (
        <section key={part} className="pt-3">
          <h2 className="font-serif text-xl font-semibold">{t(`${part}Title`)}</h2>
          <p className="mt-2">{t(part)}</p>
        </section>
      ))}
      {(await listPrivacyTexts()).map(({ id, name, privacyText }) => (
        <section key={id} dir="auto" className="border-t border-line pt-6">
          <h2 className="font-serif text-xl font-semibold">{name}</h2>
          <div className="mt-2">
            <Prose text={privacyText} />
          </div>
        </section>
      ))}
    </Plain>
  );
}
