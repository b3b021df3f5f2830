"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { findActor, requireActor, requireOrigin } from "@/app/desk/actor";
import type { AutosaveAnswer } from "@/components/desk/autosaver";
import { withQuery } from "@/lib/accounts/return-path";
import { addLanguage } from "@/lib/campaigns/add-language";
import { removeLanguage } from "@/lib/campaigns/remove-language";
import { saveAppealText } from "@/lib/campaigns/save-appeal-text";
import { appealTextSchema, languageSchema } from "@/lib/campaigns/schema";
import { type FormState, formState } from "@/lib/forms";

export async function saveTextAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const text = appealTextSchema.parse(Object.fromEntries(form));
    await saveAppealText(await requireActor(pagePath(id, text.language)), id, text);
  });
  // Also after a refusal: who has compared and saves again knows of the newer text.
  refresh();
  return state;
}

/** Answers a session that is over instead of leading away: somebody is typing. */
export async function autosaveTextAction(id: string, form: FormData): Promise<AutosaveAnswer> {
  const actor = await findActor();
  if (!actor) return { refusal: "signed-out" };
  let seen = "";
  const state = await formState(form, async () => {
    await requireOrigin();
    const text = appealTextSchema.parse(Object.fromEntries(form));
    seen = await saveAppealText(actor, id, text, { draftOnly: true });
  });
  refresh();
  return { ...state, seen, at: new Date().toISOString() };
}

export async function addLanguageAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "page"));
    const { language } = languageSchema.parse(Object.fromEntries(form));
    await addLanguage(actor, id, language);
    redirect(pagePath(id, language));
  });
}

export async function removeLanguageAction(
  id: string,
  language: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removeLanguage(await requireActor(pagePath(id, language)), id, language);
    redirect(campaignPath(id, "page"));
  });
}

function pagePath(id: string, language: string): string {
  return withQuery(campaignPath(id, "page"), { language });
}
