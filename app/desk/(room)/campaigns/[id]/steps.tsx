import { NextStep } from "@/components/desk/next-step";
import { stepRooms } from "@/components/desk/campaign-rooms";
import { nextStep, type Step, type StepState } from "@/lib/campaigns/steps";
import { campaignPath } from "./load";

type StepsProps = { campaign: { id: string; steps: StepState[] | null }; here: Step };

/** The way on through the steps of what is not published yet: a new campaign, or the next revision of one. */
export function Steps(props: StepsProps) {
  return <Way {...props} className="mb-7" />;
}

/** The same again where a long step ends. */
export function StepsFoot(props: StepsProps) {
  return <Way {...props} className="mt-10 border-t border-line pt-6" />;
}

function Way({ campaign: { id, steps }, here, className }: StepsProps & { className: string }) {
  const next = steps && nextStep(steps, here);
  if (!next) return null;
  return (
    <div className={`flex justify-end print:hidden ${className}`}>
      <NextStep step={next.step} href={campaignPath(id, stepRooms[next.step])} />
    </div>
  );
}
