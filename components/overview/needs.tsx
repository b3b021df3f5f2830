import { useTranslations } from "next-intl";
import { Section } from "@/components/desk/section";
import type { LettersOverview } from "@/lib/overview/get-letters-overview";
import type { Overview } from "@/lib/overview/get-overview";
import { waitingStates } from "@/lib/overview/schema";
import { CampaignNeeds } from "./campaign-needs";
import { LetterNeeds, StandstillNeeds } from "./letter-needs";
import { type OpenTasks, TaskNeeds } from "./task-needs";

/** `letters` is null for a role that does not see how they are delivered. */
type NeedsProps = { overview: Overview; tasks: OpenTasks; letters: LettersOverview | null; now: Date };

/** What waits for the member who looks: decisions first, then what stops everything. */
export function Needs({ overview, tasks, letters, now }: NeedsProps) {
  const t = useTranslations("desk.overview");
  return (
    <Section id="needs" title={t("needs")}>
      {tasks.count === 0 && isCalm(overview, letters) ? (
        <p className="border-y border-line py-5 text-muted">{t("calm")}</p>
      ) : (
        <ul className="grid grid-cols-[minmax(2rem,max-content)_1fr] gap-x-4 border-t border-line">
          <TaskNeeds tasks={tasks} />
          {letters && <StandstillNeeds letters={letters} />}
          <CampaignNeeds overview={overview} now={now} />
          {letters && <LetterNeeds letters={letters} />}
        </ul>
      )}
    </Section>
  );
}

function isCalm({ campaigns, due, revised, failing }: Overview, letters: LettersOverview | null): boolean {
  const still = !letters || (!letters.relay && letters.pauses + letters.held.length + letters.troubles.length === 0);
  return still && due + revised.count + failing === 0 && waitingStates.every((state) => !campaigns[state]);
}
