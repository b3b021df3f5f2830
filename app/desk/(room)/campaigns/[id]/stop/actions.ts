"use server";

import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { campaignStopSchema } from "@/lib/campaigns/schema";
import { stopCampaign } from "@/lib/campaigns/stop";
import { type FormState, formState } from "@/lib/forms";

export async function stopAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "stop"));
    await stopCampaign(actor, id, campaignStopSchema.parse(Object.fromEntries(form)));
    redirect(campaignPath(id, "life"));
  });
}
