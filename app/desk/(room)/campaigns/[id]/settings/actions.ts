"use server";

import { refresh } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { findActor, requireActor, requireOrigin } from "@/app/desk/actor";
import type { AutosaveAnswer } from "@/components/desk/autosaver";
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

/** Answers a session that is over instead of leading away: somebody is typing. */
export async function autosaveSettingsAction(id: string, form: FormData): Promise<AutosaveAnswer> {
  const actor = await findActor();
  if (!actor) return { refusal: "signed-out" };
  let seen = "";
  const state = await formState(form, async () => {
    await requireOrigin();
    const settings = settingsSchema.parse(Object.fromEntries(form));
    seen = await saveSettings(actor, id, settings, { draftOnly: true });
  });
  refresh();
  return { ...state, seen, at: new Date().toISOString() };
}
