import { DeadlineSection } from "@/components/life/deadline-section";
import { StopSection } from "@/components/life/stop-section";
import type { CampaignLife } from "@/lib/campaigns/life";
import type { StopProgress } from "@/lib/campaigns/stop-progress";
import type { decisionsFor } from "./acts";
import { momentChoices } from "./moments";

type EndsProps = {
  /** Where the campaign is stopped; missing for those who may not. */
  stop?: string;
  may: ReturnType<typeof decisionsFor>;
  life: CampaignLife;
  progress: StopProgress;
};

/** What ends a campaign that is public: its deadline, or a STOP. */
export function Ends({ stop, may, life, progress }: EndsProps) {
  const { past, deadlineAt, deadlineZone, stoppedAt } = life;
  const zone = deadlineZone ?? "UTC";
  return (
    <>
      {past && deadlineAt && !stoppedAt && (
        <DeadlineSection
          at={deadlineAt}
          zone={zone}
          waiting={progress.frozen}
          undecided={life.overdueAt !== null}
          {...momentChoices(life.case.country, deadlineAt, zone)}
          extend={may.extend}
          cancel={may.cancel}
        />
      )}
      <StopSection life={life} progress={progress} href={stop} cancel={may.cancel} lift={may.lift} />
    </>
  );
}
