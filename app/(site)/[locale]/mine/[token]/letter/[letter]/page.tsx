import { getTranslations, setRequestLocale } from "next-intl/server";
import { PrintedLetter } from "@/components/letters/printed-letter";
import { Refused } from "@/components/site/refused";
import { recipientView } from "@/lib/campaigns/view";
import { orRefusal, Refusal } from "@/lib/errors";
import { disclosedName } from "@/lib/letters/compose";
import { direction, isLocale } from "@/lib/locales";
import { getOwnSignature } from "@/lib/signatures/queries";

type Params = { params: Promise<{ locale: string; token: string; letter: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.print" });
  return { title: t("title"), robots: { index: false } };
}

export default async function PrintPage({ params }: Params) {
  const { locale, token, letter: id } = await params;
  setRequestLocale(locale);
  const own = await orRefusal(getOwnSignature(token));
  if (own instanceof Refusal) return <Refused refusal={own} locale={locale} />;
  const found = own.letters.find((letter) => letter.id === id);
  if (!found) return <Refused refusal={new Refusal("link-unknown")} locale={locale} />;
  const t = await getTranslations("site.print");
  const { appeal, signer } = own;
  const inLetter = await getTranslations({
    locale: isLocale(found.language) ? found.language : locale,
    namespace: "site.appeal",
  });
  const { short, holder } = recipientView(found.recipient, found.language, appeal.defaultLanguage);
  return (
    <main id="content" className="mx-auto max-w-3xl px-5 py-8 print:max-w-none print:p-0">
      <div className="mb-6 space-y-2 print:hidden">
        <h1 className="font-serif text-2xl font-semibold">{t("title")}</h1>
        <p>{found.channel === "fax" ? t("howFax", { number: found.address ?? "" }) : t("howPost")}</p>
        <p className="text-sm text-muted">{t("keys")}</p>
        <p>
          <a className="link" href={`/${locale}/mine/${token}`}>
            {t("back")}
          </a>
        </p>
      </div>
      <PrintedLetter
        own={found}
        to={holder ? inLetter("recipientLine", { office: holder, holder: short }) : short}
        from={disclosedName(signer.name, signer.disclosure)}
        on={own.confirmedAt ?? found.stateAt}
        dir={direction(found.language)}
      />
    </main>
  );
}
