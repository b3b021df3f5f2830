import { getTranslations, setRequestLocale } from "next-intl/server";
import { OwnWarning } from "@/components/campaigns/own-warning";
import { Plain } from "@/components/site/plain";
import { Refused } from "@/components/site/refused";
import { PassOn } from "@/components/sharing/pass-on";
import { PassOnFold } from "@/components/sharing/pass-on-fold";
import { isLate } from "@/lib/campaigns/late";
import { recipientView } from "@/lib/campaigns/view";
import { env } from "@/lib/env";
import { orRefusal, Refusal } from "@/lib/errors";
import { countFates, fates } from "@/lib/letters/fates";
import { type Offer, sharingOffer } from "@/lib/sharing/offer";
import { listSending } from "@/lib/signatures/list-sending";
import { getOwnSignature, type OwnLetter, type OwnSignature } from "@/lib/signatures/queries";
import { NextLetter } from "./next-letter";

type Params = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.mine" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ThanksPage({ params }: Params) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const own = await orRefusal(getOwnSignature(token));
  if (own instanceof Refusal) return <Refused refusal={own} locale={locale} />;
  if (own.state !== "confirmed") return <Stopped state={own.state} page={`/${locale}/mine/${token}`} />;
  const t = await getTranslations("site.thanks");
  const refusals = await getTranslations("site.refusals");
  const confirm = await getTranslations("site.confirm");
  const { appeal, signer, letters, partner } = own;
  const counts = countFates(letters, { campaign: appeal.state, connected: env().SMTP_URL !== undefined });
  const theirs = letters.filter(({ state }) => state === "with_signer");
  const sending = await listSending(own);
  // After the deadline one asks first, and the letters wait on their own page.
  const toSend = isLate(appeal) ? undefined : letters.find(({ id }) => sending.has(id));
  const first = toSend && sending.get(toSend.id);
  const mine = `/${locale}/mine/${token}`;
  const notToSend = theirs.flatMap((letter) => {
    const why = letter.unwanted ? "do-not-contact" : letter.notToSend;
    return why ? [{ letter, why }] : [];
  });
  const shortName = ({ recipient }: OwnLetter) => recipientView(recipient, locale, appeal.defaultLanguage).short;
  const offer = sharingOffer(appeal, locale, partner);
  return (
    <Plain title={t("title", { name: signer.name })}>
      <div className="text-lg">
        <p>{t("confirmed")}</p>
        {fates
          .filter((fate) => counts[fate] > 0)
          .map((fate) => (
            <p key={fate}>{t(fate, { count: counts[fate] })}</p>
          ))}
      </div>
      <OwnWarning appeal={appeal} late={isLate(appeal)} writes={letters.length > 0} />
      {notToSend.map(({ letter, why }) => (
        <section key={letter.id} className="border-s-4 border-brick bg-sheet px-4 py-3">
          <h2 className="font-semibold">
            {shortName(letter)}: {refusals(`${why}.title`)}
          </h2>
          <p>{refusals(`${why}.text`)}</p>
        </section>
      ))}
      {toSend && first && (
        <NextLetter letter={toSend} sending={first} {...{ mine, locale }} fallback={appeal.defaultLanguage} />
      )}
      {offer && (toSend ? <PassOnFold offer={offer} /> : <PassOnNext offer={offer} />)}
      <p>
        <a href={mine} className="link-line">
          {letters.length > 0 ? t("mine") : confirm("toMineOther")}
        </a>
      </p>
    </Plain>
  );
}

/** Where nothing is left to be sent, telling others is the one next thing. */
async function PassOnNext({ offer }: { offer: Offer }) {
  const t = await getTranslations("site.thanks");
  return (
    <section className="space-y-3 border-t border-line pt-5">
      <h2 className="font-serif text-xl font-semibold">{t("shareTitle")}</h2>
      <PassOn offer={offer} />
    </section>
  );
}

/** A signature that no longer counts is not thanked for as if it did. */
async function Stopped({ state, page }: { state: OwnSignature["state"]; page: string }) {
  const t = await getTranslations("site.mine");
  const confirm = await getTranslations("site.confirm");
  const kind = state === "invalidated" ? state : "withdrawn";
  return (
    <Plain title={t(`${kind}Title`)}>
      <p className="text-lg">{kind === "withdrawn" ? confirm("withdrawnText") : t("invalidatedText")}</p>
      <p>
        <a href={page} className="link-line">
          {t("title")}
        </a>
      </p>
    </Plain>
  );
}
