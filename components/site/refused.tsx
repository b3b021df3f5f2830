import { useTranslations } from "next-intl";
import type { Refusal } from "@/lib/errors";
import { Plain } from "./plain";

const told = [
  "link-unknown",
  "draft-expired",
  "draft-sent",
  "campaign-closed",
  "campaign-paused",
  "campaign-stopped",
  "do-not-contact",
  "letter-withheld",
  "letter-superseded",
  "not-possible-now",
] as const;

type RefusedProps = {
  refusal: Refusal;
  locale: string;
  /** The signer's own page, where there is one to go back to. */
  mine?: string;
};

/** Why a page cannot be shown. The front door takes the status out of the head and answers under it. */
export function Refused({ refusal, locale, mine }: RefusedProps) {
  const t = useTranslations("site.refusals");
  const code = told.find((one) => one === refusal.code) ?? "other";
  return (
    <>
      <meta name="status" content={String(refusal.status)} />
      <Plain title={t(`${code}.title`)}>
        <p className="text-lg">{t(`${code}.text`)}</p>
        <p>
          {mine && code !== "link-unknown" ? (
            <a href={mine} className="link-line">
              {t("mine")}
            </a>
          ) : (
            <a href={`/${locale}`} className="link-line">
              {t("home")}
            </a>
          )}
        </p>
      </Plain>
    </>
  );
}
