"use server";

import { refresh } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { saveEmbedHosts } from "@/lib/embeds/save-hosts";
import { embedSchema } from "@/lib/embeds/schema";
import { type FormState, formState } from "@/lib/forms";

export async function saveHostsAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "embed"));
    await saveEmbedHosts(actor, id, embedSchema.parse(Object.fromEntries(form)));
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}
