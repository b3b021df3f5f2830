import { type ShownStep, StepBar } from "@/components/desk/step-bar";
import { type Act, type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { type Step, stepStates } from "@/lib/campaigns/steps";
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
  const { id, state, publishedAt, unpublished } = campaign;
  if (state === "archived" || (publishedAt && !unpublished)) return null;
  const findings = await getReadiness(actor, id);
  const counted = findings.filter(({ code }) => !publishedAt || code !== "deadline-past");
  const shown: ShownStep[] = stepStates(counted)
    .filter(({ step }) => mayDo(actor, entered[step]))
    .map((one) => ({ ...one, href: hrefOf(id, one.step) }));
  return <StepBar steps={shown} here={here} />;
}

function hrefOf(id: string, step: Step): string {
  if (step === "case") return campaignPath(id, "settings");
  if (step === "letters") return campaignPath(id, "letter");
  return campaignPath(id, step === "review" ? "publish" : step);
}
