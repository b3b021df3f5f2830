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
  "not-possible-now",
] as const;

/** Why a page cannot be shown. The front door takes the status out of the head and answers under it. */
export function Refused({ refusal, locale }: { refusal: Refusal; locale: string }) {
  const t = useTranslations("site.refusals");
  const code = told.find((one) => one === refusal.code) ?? "other";
  return (
    <>
      <meta name="status" content={String(refusal.status)} />
      <Plain title={t(`${code}.title`)}>
        <p className="text-lg">{t(`${code}.text`)}</p>
        <p>
          <a href={`/${locale}`} className="link">
            {t("home")}
          </a>
        </p>
      </Plain>
    </>
  );
}
