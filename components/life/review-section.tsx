import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "@/components/desk/action-form";
import { formatMoment } from "@/components/desk/formats";
import type { CampaignTab } from "@/components/desk/campaign-rooms";
import { Section } from "@/components/desk/section";
import type { ReviewStanding } from "@/lib/campaigns/life";
import { Act } from "./act";
import { ApproveForm, SendBackForm } from "./review-forms";

type ReviewSectionProps = {
  review: ReviewStanding;
  /** The campaign's address in the desk. */
  href: string;
  /** The rooms of the campaign that are open to the reader. */
  rooms: CampaignTab[];
  submit?: FormAction;
  /** What keeps it from being submitted, in the place of the form. */
  missing: ReactNode;
  approve?: FormAction;
  sendBack?: FormAction;
};

const read = ["page", "letter", "recipients", "settings"] as const;

/** How a campaign stands with the second member, and what this one may do about it. */
export function ReviewSection({ review, href, rooms, submit, missing, approve, sendBack }: ReviewSectionProps) {
  const t = useTranslations("desk.life.review");
  const tabs = useTranslations("desk.campaignTabs");
  const { needed, standing, own, reason } = review;
  const open = standing === "waiting";
  const toRead = read.filter((room) => rooms.includes(room));
  return (
    <Section id="review" title={t("title")}>
      <div className="space-y-4">
        <p className="max-w-[62ch] text-muted">{t(needed ? "needed" : "optional")}</p>
        <p className="max-w-[62ch] font-semibold">{t(standing, wordsOf(review, t("someone")))}</p>
        {standing === "returned" && (
          <p dir="auto" className="max-w-[62ch] border-s-4 border-amber ps-4 whitespace-pre-line wrap-anywhere">
            {reason}
          </p>
        )}
        {open && own && <p className="max-w-[62ch]">{t("own")}</p>}
        {open && !own && approve && toRead.length > 0 && (
          <p className="flex flex-wrap gap-x-4">
            {t("read")}{" "}
            {toRead.map((room) => (
              <Link key={room} href={`${href}/${room}`} className="link">
                {tabs(room)}
              </Link>
            ))}
          </p>
        )}
        {open && !own && approve && <ApproveForm action={approve} mark={review.mark} />}
        {open && sendBack && <SendBackForm action={sendBack} />}
        {!open &&
          standing !== "approved" &&
          submit &&
          (missing ?? (
            <Act action={submit} submit={t("submit")} hint={t("submitHint")} look={needed ? "main" : "plain"} />
          ))}
      </div>
    </Section>
  );
}

function wordsOf({ standing, submittedBy, submittedAt, decidedBy, decidedAt }: ReviewStanding, someone: string) {
  const [by, at] = standing === "waiting" ? [submittedBy, submittedAt] : [decidedBy, decidedAt];
  return { by: by ?? someone, moment: at ? formatMoment(at) : "" };
}
