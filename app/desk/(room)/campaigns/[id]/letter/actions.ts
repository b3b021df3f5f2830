"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { findActor, requireActor, requireOrigin } from "@/app/desk/actor";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import type { AutosaveAnswer } from "@/components/desk/autosaver";
import { withQuery } from "@/lib/accounts/return-path";
import { chosenLanguageSchema } from "@/lib/campaigns/schema";
import { type FormState, formState, seenIn } from "@/lib/forms";
import { removeLetterLanguage } from "@/lib/letters/remove-letter-language";
import { saveSampleLetter } from "@/lib/letters/save-sample-letter";
import { removeVersion } from "@/lib/letters/remove-version";
import { saveVersion } from "@/lib/letters/save-version";
import { saveLetterWatch } from "@/lib/letters/save-watch";
import { languageSchema, sampleLetterSchema, testLetterSchema, versionSchema, watchSchema } from "@/lib/letters/schema";
import { sendTestLetter } from "@/lib/letters/send-test-letter";

export async function saveLetterAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(letterPath(id, form));
    await saveSampleLetter(actor, id, sampleLetterSchema.parse(Object.fromEntries(form)));
  });
  // Also after a refusal: who has compared and saves again knows of the newer letter.
  refresh();
  return state;
}

/** Answers a session that is over instead of leading away: somebody is typing. */
export async function autosaveLetterAction(id: string, form: FormData): Promise<AutosaveAnswer> {
  const actor = await findActor();
  if (!actor) return { refusal: "signed-out" };
  let seen = "";
  const state = await formState(form, async () => {
    await requireOrigin();
    const letter = sampleLetterSchema.parse(Object.fromEntries(form));
    seen = await saveSampleLetter(actor, id, letter, { draftOnly: true });
  });
  refresh();
  return { ...state, seen, at: new Date().toISOString() };
}

export async function saveVersionAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "letter"));
    const { key, versionName: name } = versionSchema.parse(Object.fromEntries(form));
    const recipients = [...form.keys()].flatMap((field) => /^in-(.+)$/.exec(field)?.[1] ?? []);
    const version = await saveVersion(actor, id, { key, name, recipients, seen: seenIn(form) });
    redirect(withQuery(campaignPath(id, "letter"), { version }));
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}

export async function removeVersionAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "letter"));
    await removeVersion(actor, id, versionSchema.shape.key.parse(form.get("key")));
    redirect(campaignPath(id, "letter"));
  });
}

export async function saveWatchAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "letter"));
    // Without script the framework adds fields of its own.
    const fields = [...form].filter(([name]) => !name.startsWith("$"));
    await saveLetterWatch(actor, id, watchSchema.parse(Object.fromEntries(fields)));
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
  return withQuery(campaignPath(id, "letter"), { language: form.get("language"), version: form.get("version") });
}
