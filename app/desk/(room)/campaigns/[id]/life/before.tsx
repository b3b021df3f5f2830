import type { ReactNode } from "react";
import type { CampaignTab } from "@/components/desk/campaign-rooms";
import { ReviewSection } from "@/components/life/review-section";
import { ScheduleSection } from "@/components/life/schedule-section";
import type { CampaignLife } from "@/lib/campaigns/life";
import type { decisionsFor } from "./acts";
import { momentChoices } from "./moments";

type BeforeProps = {
  href: string;
  /** The rooms of the campaign that are open to this member. */
  rooms: CampaignTab[];
  may: ReturnType<typeof decisionsFor>;
  life: CampaignLife;
  /** What keeps it from being submitted; nothing where it may be. */
  missing: ReactNode;
};

/** What comes before a campaign, or its next revision, is public. */
export function Before({ href, rooms, may, life, missing }: BeforeProps) {
  const { scheduledAt, publishedAt, review } = life;
  const ready = !review.needed || review.standing === "approved";
  return (
    <>
      <ReviewSection
        review={review}
        href={href}
        rooms={rooms}
        submit={may.submit}
        missing={missing}
        approve={may.approve}
        sendBack={may["send-back"]}
      />
      {!publishedAt && (scheduledAt || (ready && may.schedule)) && (
        <ScheduleSection
          at={scheduledAt}
          zone={life.scheduledZone ?? "UTC"}
          {...momentChoices(life.case.country, scheduledAt, life.scheduledZone)}
          schedule={may.schedule}
          unschedule={may.unschedule}
        />
      )}
    </>
  );
}
