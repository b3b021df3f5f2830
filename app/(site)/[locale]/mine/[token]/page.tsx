import { getTranslations, setRequestLocale } from "next-intl/server";
import { OwnWarning } from "@/components/campaigns/own-warning";
import { OwnLetterItem } from "@/components/letters/own-letter-item";
import { Plain } from "@/components/site/plain";
import { Refused } from "@/components/site/refused";
import { AskedSection } from "@/components/signatures/asked-section";
import { GoneLetters } from "@/components/signatures/gone-letters";
import { MemberNote } from "@/components/signatures/member-note";
import { StopForms } from "@/components/signatures/stop-forms";
import { isLate } from "@/lib/campaigns/late";
import { inLanguage } from "@/lib/campaigns/queries";
import { recipientView } from "@/lib/campaigns/view";
import { orRefusal, Refusal } from "@/lib/errors";
import { formatMoment } from "@/lib/format";
import { direction } from "@/lib/locales";
import { isSameLanguage } from "@/lib/languages/match";
import { getOwnSignature, type OwnSignature } from "@/lib/signatures/queries";
import { listSending } from "@/lib/signatures/list-sending";

type Params = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "site.mine" });
  return { title: t("title"), robots: { index: false } };
}

export default async function MinePage({ params }: Params) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const own = await orRefusal(getOwnSignature(token));
  if (own instanceof Refusal) return <Refused refusal={own} locale={locale} />;
  const t = await getTranslations("site.mine");
  const { appeal, signer, state, letters } = own;
  const page = `/${locale}/mine/${token}`;
  const sending = await listSending(own);
  const { request, language } = inLanguage(appeal.revision.texts, locale, appeal.defaultLanguage);
  return (
    <Plain title={t("title")}>
      <p className="text-lg">
        <a href={`/${locale}/appeals/${appeal.slug}`} className="link-line" lang={language} dir={direction(language)}>
          {request}
        </a>
      </p>
      <p className="text-muted">
        {t("lead", { name: signer.name })}
        {own.confirmedAt && (
          <span className="block">{t("confirmedOn", { date: formatMoment(own.confirmedAt, locale, "UTC").date })}</span>
        )}
      </p>
      {(state === "withdrawn" || state === "invalidated") && (
        <section className="space-y-2 border-s-4 border-amber bg-sheet px-4 py-3">
          <h2 className="font-semibold">{t(`${state}Title`)}</h2>
          <p>{t(`${state}Text`)}</p>
          <GoneLetters {...goneOf(own, locale)} />
        </section>
      )}
      <OwnWarning appeal={appeal} late={isLate(appeal)} writes={letters.length > 0} />
      {own.note && <MemberNote note={own.note} />}
      {own.asked && <AskedSection href={`${page}/words`} organisation={appeal.organisation.name} />}
      {letters.length === 0 && <p>{t("noLetters")}</p>}
      <ul className={letters.length > 0 ? "divide-y divide-line border-y border-line" : "hidden"}>
        {letters.map((letter) => (
          <OwnLetterItem
            key={letter.id}
            page={page}
            stopped={appeal.stoppedAt !== null}
            late={isLate(appeal)}
            asked={own.asked}
            own={letter}
            sending={sending.get(letter.id) ?? null}
            foreign={!isSameLanguage(letter.language, locale)}
            locale={locale}
            dir={direction(letter.language)}
            recipient={recipientView(letter.recipient, locale, appeal.defaultLanguage)}
          />
        ))}
      </ul>
      <StopForms page={page} withdrawable={state === "confirmed"}>
        {state === "confirmed" && <GoneLetters {...goneOf(own, locale)} />}
      </StopForms>
    </Plain>
  );
}

/** Letters that no withdrawal calls back, by whether they were accepted, may have arrived, or were sent by the signer. */
function goneOf({ letters, appeal }: OwnSignature, locale: string) {
  const namesOf = (...states: string[]) =>
    letters
      .filter(({ state }) => states.includes(state))
      .map(({ recipient }) => recipientView(recipient, locale, appeal.defaultLanguage).short);
  return {
    accepted: namesOf("accepted"),
    uncertain: namesOf("transmitting", "unknown"),
    own: namesOf("self_reported"),
    locale,
  };
}
