"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import type { Actor } from "@/lib/accounts/access";
import { approveCampaign } from "@/lib/campaigns/approve";
import { cancelUnsent } from "@/lib/campaigns/cancel-unsent";
import { extendDeadline } from "@/lib/campaigns/extend-deadline";
import { followCampaign } from "@/lib/campaigns/follow";
import { liftStop } from "@/lib/campaigns/lift-stop";
import { scheduleCampaign } from "@/lib/campaigns/schedule";
import { approveSchema, momentSchema, sendBackSchema } from "@/lib/campaigns/schema";
import { sendBackCampaign } from "@/lib/campaigns/send-back";
import { submitCampaign } from "@/lib/campaigns/submit";
import { unscheduleCampaign } from "@/lib/campaigns/unschedule";
import { outcomeSchema } from "@/lib/cases/schema";
import { recordOutcome } from "@/lib/cases/record-outcome";
import { retractOutcome } from "@/lib/cases/retract-outcome";
import { verifyCase } from "@/lib/cases/verify-case";
import { Refusal } from "@/lib/errors";
import { type FormState, formState } from "@/lib/forms";

type Typed = Record<string, unknown>;

const verbs = {
  submit: submitCampaign,
  approve: (actor: Actor, id: string, typed: Typed) => approveCampaign(actor, id, approveSchema.parse(typed).seen),
  "send-back": (actor: Actor, id: string, typed: Typed) =>
    sendBackCampaign(actor, id, sendBackSchema.parse(typed).backReason),
  schedule: (actor: Actor, id: string, typed: Typed) => scheduleCampaign(actor, id, momentSchema.parse(typed)),
  unschedule: unscheduleCampaign,
  extend: (actor: Actor, id: string, typed: Typed) => extendDeadline(actor, id, momentSchema.parse(typed)),
  cancel: async (actor: Actor, id: string) => void (await cancelUnsent(actor, id)),
  lift: liftStop,
  outcome: async (actor: Actor, id: string, typed: Typed) =>
    void (await recordOutcome(actor, id, outcomeSchema.parse(typed))),
} satisfies Record<string, (actor: Actor, id: string, typed: Typed) => Promise<void>>;

/** Every decision about a campaign's life that leaves the member on its page. */
export async function lifeAction(
  id: string,
  act: keyof typeof verbs,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "life"));
    if (!Object.hasOwn(verbs, act)) throw new Refusal("not-found");
    await verbs[act](actor, id, Object.fromEntries(form));
    refresh();
  });
}

export async function followAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    redirect(campaignPath(await followCampaign(await requireActor(campaignPath(id, "life")), id)));
  });
}

export async function verifyAction(id: string, caseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await verifyCase(await requireActor(campaignPath(id, "life")), caseId);
    refresh();
  });
}

export async function retractAction(
  id: string,
  outcome: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await retractOutcome(await requireActor(campaignPath(id, "life")), outcome);
    refresh();
  });
}
