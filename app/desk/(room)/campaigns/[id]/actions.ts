"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import type { Steering } from "@/components/desk/campaign-acts";
import { archiveCampaign } from "@/lib/campaigns/archive";
import { closeCampaign } from "@/lib/campaigns/close";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { pauseCampaign } from "@/lib/campaigns/pause";
import { reopenCampaign } from "@/lib/campaigns/reopen";
import { restoreCampaign } from "@/lib/campaigns/restore";
import { resumeCampaign } from "@/lib/campaigns/resume";
import { Refusal } from "@/lib/errors";
import { type FormState, formState } from "@/lib/forms";
import { releaseLetters } from "@/lib/letters/release";
import { holdReasonSchema } from "@/lib/letters/schema";

const verbs = {
  pause: pauseCampaign,
  resume: resumeCampaign,
  close: closeCampaign,
  reopen: reopenCampaign,
  archive: archiveCampaign,
  restore: restoreCampaign,
  duplicate: duplicateCampaign,
} satisfies Record<Steering, unknown>;

export async function steerAction(id: string, act: Steering, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id));
    if (!Object.hasOwn(verbs, act)) throw new Refusal("not-found");
    const made = await verbs[act](actor, id);
    if (typeof made === "string") redirect(campaignPath(made));
    refresh();
  });
}

export async function releaseAction(
  id: string,
  reason: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await releaseLetters(await requireActor(campaignPath(id)), id, holdReasonSchema.parse(reason));
    refresh();
  });
}
