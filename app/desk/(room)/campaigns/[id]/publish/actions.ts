"use server";

import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { discardRevision } from "@/lib/campaigns/discard-revision";
import { publishCampaign } from "@/lib/campaigns/publish";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { revisionSchema } from "@/lib/campaigns/schema";
import { type FormState, formState } from "@/lib/forms";

export async function publishCampaignAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await publishCampaign(await requireActor(`${campaignPath(id)}/publish`), id);
    redirect(campaignPath(id));
  });
}

export async function publishRevisionAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(`${campaignPath(id)}/publish`);
    await publishRevision(actor, id, revisionSchema.parse(Object.fromEntries(form)));
    redirect(campaignPath(id));
  });
}

export async function discardRevisionAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await discardRevision(await requireActor(`${campaignPath(id)}/publish`), id);
    redirect(campaignPath(id));
  });
}
