import { type Act, type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import type { DeskCampaign } from "./desk-queries";
import { getReadiness } from "./readiness";
import { type Step, type StepState, stepStates } from "./steps";

/** What a member must be allowed to do to enter a step. */
const entered: Record<Step, Act> = {
  case: "campaigns.edit",
  recipients: "campaigns.edit",
  letters: "texts.edit",
  page: "texts.edit",
  consent: "campaigns.edit",
  review: "campaigns.publish",
};

type Written = Pick<DeskCampaign, "id" | "state" | "publishedAt" | "unpublished">;

/**
 * How far each step of writing a campaign is that the member may enter. What was published once may go on past its deadline.
 * @returns null for one that is published as it stands, or archived
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listSteps(
  actor: Actor,
  { id, state, publishedAt, unpublished }: Written,
): Promise<StepState[] | null> {
  await requireAccess(actor, "campaigns.read");
  if (state === "archived" || (publishedAt && !unpublished)) return null;
  const findings = await getReadiness(actor, id);
  const counted = findings.filter(({ code }) => !publishedAt || code !== "deadline-past");
  return stepStates(counted).filter(({ step }) => mayDo(actor, entered[step]));
}
