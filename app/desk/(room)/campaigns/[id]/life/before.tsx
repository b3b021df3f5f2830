import { ReviewSection } from "@/components/life/review-section";
import { ScheduleSection } from "@/components/life/schedule-section";
import type { CampaignLife } from "@/lib/campaigns/life";
import { lifeAction } from "./actions";
import { momentChoices } from "./moments";

/** What comes before a campaign, or its next revision, is public. */
export function Before({ id, href, life }: { id: string; href: string; life: CampaignLife }) {
  const { scheduledAt, publishedAt, review } = life;
  const ready = !review.needed || review.standing === "approved";
  return (
    <>
      <ReviewSection
        review={review}
        href={href}
        submit={lifeAction.bind(null, id, "submit")}
        approve={lifeAction.bind(null, id, "approve")}
        sendBack={lifeAction.bind(null, id, "send-back")}
      />
      {!publishedAt && (ready || scheduledAt) && (
        <ScheduleSection
          at={scheduledAt}
          zone={life.scheduledZone ?? "UTC"}
          {...momentChoices(life.case.country, scheduledAt, life.scheduledZone)}
          schedule={lifeAction.bind(null, id, "schedule")}
          unschedule={lifeAction.bind(null, id, "unschedule")}
        />
      )}
    </>
  );
}
