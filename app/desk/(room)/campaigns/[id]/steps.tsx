import { cache } from "react";
import { NextStep } from "@/components/desk/next-step";
import { type ShownStep, StepBar } from "@/components/desk/step-bar";
import { type Act, type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { nextStep, type Step, stepStates } from "@/lib/campaigns/steps";
import { campaignPath } from "./load";

const entered: Record<Step, Act> = {
  case: "campaigns.edit",
  recipients: "campaigns.edit",
  letters: "texts.edit",
  page: "texts.edit",
  consent: "campaigns.edit",
  review: "campaigns.publish",
};

type StepsProps = {
  actor: Actor;
  campaign: Pick<DeskCampaign, "id" | "state" | "publishedAt" | "unpublished">;
  here: Step;
};

/** The way through the steps of what is not published yet: a new campaign, or the next revision of one. */
export async function Steps({ actor, campaign, here }: StepsProps) {
  const steps = await stepsOf(actor, campaign);
  return steps && <StepBar steps={steps} here={here} next={nextStep(steps, here)} />;
}

/** The way on, again where a long step ends. */
export async function StepsFoot({ actor, campaign, here }: StepsProps) {
  const next = nextStep((await stepsOf(actor, campaign)) ?? [], here);
  if (!next) return null;
  return (
    <div className="mt-10 flex justify-end border-t border-line pt-6 print:hidden">
      <NextStep {...next} />
    </div>
  );
}

/** Null for what is published as it stands, or archived. */
const stepsOf = cache(
  async (
    actor: Actor,
    { id, state, publishedAt, unpublished }: StepsProps["campaign"],
  ): Promise<ShownStep[] | null> => {
    if (state === "archived" || (publishedAt && !unpublished)) return null;
    const findings = await getReadiness(actor, id);
    const counted = findings.filter(({ code }) => !publishedAt || code !== "deadline-past");
    return stepStates(counted)
      .filter(({ step }) => mayDo(actor, entered[step]))
      .map((one) => ({ ...one, href: hrefOf(id, one.step) }));
  },
);

function hrefOf(id: string, step: Step): string {
  if (step === "case") return campaignPath(id, "settings");
  if (step === "letters") return campaignPath(id, "letter");
  return campaignPath(id, step === "review" ? "publish" : step);
}
