import { getTranslations, setRequestLocale } from "next-intl/server";
import { RecipientLine } from "@/components/campaigns/recipient-line";
import { Plain } from "@/components/site/plain";
import { Refused } from "@/components/site/refused";
import { Button, ButtonLink } from "@/components/ui/button";
import { inLanguage } from "@/lib/campaigns/queries";
import { recipientView, type RecipientView } from "@/lib/campaigns/view";
import { orRefusal, Refusal } from "@/lib/errors";
import { languageName } from "@/lib/format";
import { firstLines } from "@/lib/letters/first-lines";
import { direction } from "@/lib/locales";
import { isSameLanguage } from "@/lib/languages/match";
import { isCarried } from "@/lib/recipients/carried";
import { getConfirmation, type Confirmation } from "@/lib/signatures/queries";

type Params = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale, token } = await params;
  const t = await getTranslations({ locale, namespace: "site.confirm" });
  const found = await orRefusal(getConfirmation(token));
  const counted = !(found instanceof Refusal) && found.state === "pending" && found.signer.disclosure === "counted";
  return { title: t(counted ? "titleCounted" : "title"), robots: { index: false } };
}

export default async function ConfirmPage({ params }: Params) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const found = await orRefusal(getConfirmation(token));
  if (found instanceof Refusal) return <Refused refusal={found} locale={locale} />;
  if (found.state !== "pending") return <Already found={found} locale={locale} />;
  const t = await getTranslations("site.confirm");
  const reading = await getTranslations("reading.mail");
  const { appeal, signer } = found;
  const first = signer.disclosure === "counted" ? null : found.first;
  const recipients = found.recipients.map(({ channel, ...one }) => {
    const carried = channel !== null && isCarried(channel);
    return { ...recipientView(one, locale, appeal.defaultLanguage), channel, carried };
  });
  const theirs = recipients.filter(({ channel, carried }) => channel !== null && !carried);
  const ours = recipients.filter((one) => !theirs.includes(one));
  const asked = inLanguage(appeal.revision.texts, locale, appeal.defaultLanguage);
  const sends = first !== null && recipients.some(({ carried }) => carried);
  return (
    <Plain title={t(first ? "title" : "titleCounted")}>
      <p className="text-lg">
        <a
          href={`/${locale}/appeals/${appeal.slug}`}
          className="link-line"
          lang={asked.language}
          dir={direction(asked.language)}
        >
          {asked.request}
        </a>
      </p>
      {!first && <p className="text-lg">{t("counted")}</p>}
      {first && (
        <>
          <Recipients lead={t("lead")} recipients={ours} />
          <Recipients lead={t("leadOwn")} recipients={theirs} />
          {!isSameLanguage(first.language, locale) && (
            <p>{reading("leaves", { language: languageName(first.language, locale) })}</p>
          )}
          <h2 className="font-semibold">{t("firstLines")}</h2>
          <blockquote className="sheet" lang={first.language} dir={direction(first.language)}>
            <p>{firstLines(first.letter.body)}</p>
          </blockquote>
          <OwnWords words={first.letter.ownWords} />
        </>
      )}
      <form method="post" action={`/${locale}/confirm/${token}`}>
        <Button look="main" className="w-full sm:w-auto">
          {t(sends ? "button" : "buttonCounted")}
        </Button>
      </form>
      <form method="post" action={`/${locale}/confirm/${token}`} className="border-t border-line pt-5">
        <p className="mb-3 text-sm text-muted">{t(sends ? "notYou" : "notYouCounted")}</p>
        <Button look="grave" name="act" value="erase">
          {t("erase")}
        </Button>
      </form>
    </Plain>
  );
}

/** Those to whom the letter goes in one way, under what is said of it. */
function Recipients({ lead, recipients }: { lead: string; recipients: RecipientView[] }) {
  if (recipients.length === 0) return null;
  return (
    <>
      <p className="text-lg">{lead}</p>
      <ul className="divide-y divide-line border-y border-line">
        {recipients.map((recipient) => (
          <RecipientLine key={recipient.id} recipient={recipient} open />
        ))}
      </ul>
    </>
  );
}

/** What its writer added in their own words, by which they know it. */
async function OwnWords({ words }: { words: string }) {
  const t = await getTranslations("reading.mail");
  if (!words) return null;
  return (
    <>
      <h2 className="font-semibold">{t("ownWords")}</h2>
      <blockquote className="sheet">
        <p dir="auto" className="whitespace-pre-line text-blue">
          {firstLines(words)}
        </p>
      </blockquote>
    </>
  );
}

type Past = Exclude<Confirmation, { state: "pending" }>;

/** What a link says that has nothing left to confirm: it depends on what became of the signature since. */
async function Already({ found: { state, disclosure, mine }, locale }: { found: Past; locale: string }) {
  const t = await getTranslations("site.confirm");
  const own = await getTranslations("site.mine");
  const letters = state === "confirmed" && disclosure !== "counted";
  const words = {
    confirmed: { title: t("already"), text: letters ? t("alreadyText") : t("alreadyCounted") },
    withdrawn: { title: own("withdrawnTitle"), text: t("withdrawnText") },
    invalidated: { title: own("invalidatedTitle"), text: own("invalidatedText") },
  }[state];
  return (
    <Plain title={words.title}>
      <p className="text-lg">{words.text}</p>
      <ButtonLink look="main" href={`/${locale}/mine/${mine}`}>
        {letters ? t("toMine") : t("toMineOther")}
      </ButtonLink>
    </Plain>
  );
}
