import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RecipientName } from "@/components/campaigns/recipient-name";
import { languageName } from "@/lib/format";
import type { LetterView } from "@/lib/letters/view";
import { LetterSheet } from "./letter-sheet";
import { PostTimeLine } from "./post-time-line";
import { ReadInOwn } from "./read-in-own";

/** The letters of a draft, one sheet each, with how each travels. One that says the same as the first is folded. */
export function ReviewedLetters({ letters, bodyOwn }: { letters: LetterView[]; bodyOwn: boolean }) {
  const because = useTranslations("site.routing");
  const t = useTranslations("site.check");
  const ways = useTranslations("channels.check");
  const subject = useTranslations("site.form")("subject");
  const reading = useTranslations("reading");
  const locale = useLocale();
  return letters.map((one) => {
    const {
      key,
      from,
      to,
      replyTo,
      channel,
      carried,
      address,
      letter,
      changed,
      language,
      dir,
      reason,
      foreign,
      unmet,
      post,
      repeats,
    } = one;
    const leaves = languageName(language, locale);
    return (
      <section
        key={key}
        aria-label={to.short}
        className="space-y-2 not-first:border-t not-first:border-line not-first:pt-8"
      >
        <p>
          <RecipientName {...to} />
        </p>
        <p className="text-sm text-muted">{way(channel, address, carried, { t, ways })}</p>
        {post && <PostTimeLine time={post} />}
        {reason && <p className="text-sm">{because(`reasons.${reason.kind}`, reason.words)}</p>}
        {(foreign || unmet) && (
          <p className="text-sm">
            {unmet
              ? reading("unmet", { language: languageName(unmet, locale), leaves })
              : reading("leavesIn", { language: leaves })}
          </p>
        )}
        <Folded label={repeats ? t("same") : null}>
          <LetterSheet
            letter={letter}
            language={language}
            dir={dir}
            ownLanguage={foreign ? locale : language}
            bodyOwn={bodyOwn && changed}
            head={[
              { term: t("from"), value: <From {...from} /> },
              { term: t("to"), value: <RecipientName {...to} /> },
              ...(channel === "email"
                ? [{ term: t("replyTo"), value: replyTo ? <bdi dir="ltr">{replyTo}</bdi> : t("noReply") }]
                : []),
              {
                term: subject,
                value: (
                  <span lang={language} dir={dir} className="font-semibold">
                    {letter.subject}
                  </span>
                ),
              },
            ]}
          />
          <ReadInOwn letter={one} />
        </Folded>
      </section>
    );
  });
}

function From({ name, address }: LetterView["from"]) {
  return (
    <>
      <bdi>{name}</bdi>
      {address && (
        <span className="block text-muted wrap-anywhere">
          <bdi dir="ltr">{address}</bdi>
        </span>
      )}
    </>
  );
}

/** A letter behind a fold, where there is a label for it. */
function Folded({ label, children }: { label: string | null; children: ReactNode }) {
  if (!label) return children;
  return (
    <details>
      <summary className="link min-h-11 cursor-pointer py-2">{label}</summary>
      {children}
    </details>
  );
}

type Words = {
  t: ReturnType<typeof useTranslations<"site.check">>;
  ways: ReturnType<typeof useTranslations<"channels.check">>;
};

function way(channel: LetterView["channel"], address: string | null, carried: boolean, { t, ways }: Words) {
  const shown = () => (
    <bdi dir="ltr" className="wrap-anywhere">
      {address}
    </bdi>
  );
  if (!channel) return t("noAddress");
  if (channel === "email") return t.rich("byEmail", { address: shown });
  if (channel === "fax") return t.rich(carried ? "byFaxSent" : "byFax", { address: shown });
  if (channel === "post") return t.rich("byPost", { address: () => <bdi className="wrap-anywhere">{address}</bdi> });
  return ways.rich(channel === "web_form" ? "byWebForm" : "byOwnClient", { address: shown });
}
