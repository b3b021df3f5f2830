"use server";

import { refresh } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { saveSettings } from "@/lib/campaigns/save-settings";
import { settingsSchema } from "@/lib/campaigns/schema";
import { type FormState, formState } from "@/lib/forms";

export async function saveSettingsAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "settings"));
    await saveSettings(actor, id, settingsSchema.parse(Object.fromEntries(form)));
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}
