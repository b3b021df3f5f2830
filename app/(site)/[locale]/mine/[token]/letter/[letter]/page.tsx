import { getTranslations, setRequestLocale } from "next-intl/server";
import { PrintedLetter } from "@/components/letters/printed-letter";
import { Page } from "@/components/site/page";
import { Refused } from "@/components/site/refused";
import { SiteScript } from "@/components/site/site-script";
import { apart } from "@/components/ui/apart";
import { buttonLook } from "@/components/ui/button";
import { recipientView } from "@/lib/campaigns/view";
import { orRefusal, Refusal } from "@/lib/errors";
import { disclosedName } from "@/lib/letters/signed-name";
import { direction, localeFor } from "@/lib/locales";
import { formatFax } from "@/lib/recipients/address";
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
  const mine = `/${locale}/mine/${token}`;
  if (own.appeal.stoppedAt) return <Refused refusal={new Refusal("campaign-stopped")} {...{ locale, mine }} />;
  const found = own.letters.find((letter) => letter.id === id);
  if (!found || found.channel === "web_form" || found.channel === "own_client")
    return <Refused refusal={new Refusal("link-unknown")} locale={locale} />;
  if (found.unwanted) return <Refused refusal={new Refusal("do-not-contact")} {...{ locale, mine }} />;
  if (found.notToSend) return <Refused refusal={new Refusal(found.notToSend)} {...{ locale, mine }} />;
  const t = await getTranslations("site.print");
  const { appeal, signer } = own;
  // What stands on the paper is for its recipient, in the letter's language as far as we speak it.
  const spoken = localeFor(found.language) ?? "en";
  const inLetter = await getTranslations({ locale: spoken, namespace: "site.appeal" });
  const labels = await getTranslations({ locale: spoken, namespace: "site.print" });
  const { short, holder } = recipientView(found.recipient, found.language, appeal.defaultLanguage);
  const office = apart(short);
  const number = formatFax(found.address ?? "");
  return (
    <Page measure="sheet">
      <div className="mb-6 space-y-2 print:hidden">
        <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">{t("title")}</h1>
        <p>{found.channel === "fax" ? t("howFax", { number }) : t("howPost")}</p>
        <p>
          <button type="button" data-print hidden className={`${buttonLook("main")} cursor-pointer`}>
            {t("button")}
          </button>
        </p>
        <p className="text-sm text-muted">{t("keys")}</p>
        <p>
          <a className="link-line" href={mine}>
            {t("back")}
          </a>
        </p>
      </div>
      <PrintedLetter
        own={found}
        number={number}
        ownLanguage={own.language}
        labels={{
          to: labels("to"),
          fax: labels("fax"),
          from: labels("from"),
          date: labels("date"),
          subject: labels("subject"),
        }}
        to={holder ? inLetter.rich("addressee", { holder: apart(holder), office }) : office()}
        from={disclosedName(signer.name, signer.disclosure)}
        on={own.confirmedAt ?? found.stateAt}
        dir={direction(found.language)}
      />
      <SiteScript />
    </Page>
  );
}
