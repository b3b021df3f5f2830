import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { DeadlineSection } from "@/components/life/deadline-section";
import { StopSection } from "@/components/life/stop-section";
import type { CampaignLife } from "@/lib/campaigns/life";
import type { StopProgress } from "@/lib/campaigns/stop-progress";
import { lifeAction } from "./actions";
import { momentChoices } from "./moments";

type EndsProps = { id: string; edits: boolean; life: CampaignLife; progress: StopProgress };

/** What ends a campaign that is public: its deadline, or a STOP. */
export function Ends({ id, edits, life, progress }: EndsProps) {
  const { past, deadlineAt, deadlineZone, stoppedAt } = life;
  const zone = deadlineZone ?? "UTC";
  const may = (act: "extend" | "cancel" | "lift") => (edits ? lifeAction.bind(null, id, act) : undefined);
  return (
    <>
      {past && deadlineAt && !stoppedAt && (
        <DeadlineSection
          at={deadlineAt}
          zone={zone}
          waiting={progress.frozen}
          {...momentChoices(life.case.country, deadlineAt, zone)}
          extend={may("extend")}
          cancel={may("cancel")}
        />
      )}
      <StopSection
        life={life}
        progress={progress}
        href={edits ? campaignPath(id, "stop") : undefined}
        cancel={may("cancel")}
        lift={may("lift")}
      />
    </>
  );
}
