"use server";

import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { createCampaign } from "@/lib/campaigns/create";
import { newCampaignSchema } from "@/lib/campaigns/schema";
import { type FormState, formState } from "@/lib/forms";

export async function createCampaignAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor("/desk/campaigns/new");
    const id = await createCampaign(actor, newCampaignSchema.parse(Object.fromEntries(form)));
    redirect(campaignPath(id, "page"));
  });
}
