import { type Act, type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { type Step, type StepState, stepStates } from "@/lib/campaigns/steps";

const entered: Record<Step, Act> = {
  case: "campaigns.edit",
  recipients: "campaigns.edit",
  letters: "texts.edit",
  page: "texts.edit",
  consent: "campaigns.edit",
  review: "campaigns.publish",
};

/** How far each step is that the member may enter; null for what is published as it stands, or archived. */
export async function stepStatesFor(
  actor: Actor,
  { id, state, publishedAt, unpublished }: DeskCampaign,
): Promise<StepState[] | null> {
  if (state === "archived" || (publishedAt && !unpublished)) return null;
  const findings = await getReadiness(actor, id);
  const counted = findings.filter(({ code }) => !publishedAt || code !== "deadline-past");
  return stepStates(counted).filter(({ step }) => mayDo(actor, entered[step]));
}
