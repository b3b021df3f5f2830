"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { withQuery } from "@/lib/accounts/return-path";
import { chosenLanguageSchema } from "@/lib/campaigns/schema";
import { type FormState, formState } from "@/lib/forms";
import { removeLetterLanguage } from "@/lib/letters/remove-letter-language";
import { saveSampleLetter } from "@/lib/letters/save-sample-letter";
import { languageSchema, sampleLetterSchema, testLetterSchema } from "@/lib/letters/schema";
import { sendTestLetter } from "@/lib/letters/send-test-letter";

export async function saveLetterAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(letterPath(id, form));
    await saveSampleLetter(actor, id, sampleLetterSchema.parse(Object.fromEntries(form)));
    revalidatePath(campaignPath(id, "letter"));
  });
}

export async function openLanguageAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { language } = chosenLanguageSchema.parse(Object.fromEntries(form));
    redirect(withQuery(campaignPath(id, "letter"), { language: languageSchema.parse(language) }));
  });
}

export async function removeLetterAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(letterPath(id, form));
    await removeLetterLanguage(actor, id, languageSchema.parse(form.get("language")));
    redirect(campaignPath(id, "letter"));
  });
}

export async function testLetterAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(letterPath(id, form));
    await sendTestLetter(actor, id, testLetterSchema.parse(Object.fromEntries(form)));
  });
}

/** The letter a form is about, for the way back to it. */
function letterPath(id: string, form: FormData): string {
  return withQuery(campaignPath(id, "letter"), { language: form.get("language") });
}
