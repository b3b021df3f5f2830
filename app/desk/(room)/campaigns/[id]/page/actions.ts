"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { addLanguage } from "@/lib/campaigns/add-language";
import { removeLanguage } from "@/lib/campaigns/remove-language";
import { saveAppealText } from "@/lib/campaigns/save-appeal-text";
import { appealTextSchema, languageSchema } from "@/lib/campaigns/schema";
import { type FormState, formState } from "@/lib/forms";

export async function saveTextAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "page"));
    await saveAppealText(actor, id, appealTextSchema.parse(Object.fromEntries(form)));
  });
  // Also after a refusal: who has compared and saves again knows of the newer text.
  refresh();
  return state;
}

export async function addLanguageAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "page"));
    const { language } = languageSchema.parse(Object.fromEntries(form));
    await addLanguage(actor, id, language);
    redirect(`${campaignPath(id, "page")}?language=${language}`);
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
    await removeLanguage(await requireActor(campaignPath(id, "page")), id, language);
    redirect(campaignPath(id, "page"));
  });
}
