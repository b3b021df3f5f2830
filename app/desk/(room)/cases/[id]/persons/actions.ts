"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { casePath } from "@/app/desk/(room)/cases/editable";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { recordConsent } from "@/lib/cases/record-consent";
import { removePerson } from "@/lib/cases/remove-person";
import { savePerson } from "@/lib/cases/save-person";
import { consentSchema, personSchema, withdrawSchema } from "@/lib/cases/schema";
import { withdrawConsent } from "@/lib/cases/withdraw-consent";
import { type FormState, formState, seenIn } from "@/lib/forms";

export async function addPersonAction(caseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(casePath(caseId, "persons", "new"));
    const id = await savePerson(actor, { caseId }, personSchema.parse(Object.fromEntries(form)));
    redirect(casePath(caseId, "persons", id));
  });
}

export async function savePersonAction(
  caseId: string,
  personId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(casePath(caseId, "persons", personId));
    await savePerson(actor, { personId, seen: seenIn(form) }, personSchema.parse(Object.fromEntries(form)));
    revalidatePath(casePath(caseId), "layout");
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}

export async function removePersonAction(caseId: string, personId: string, _before: FormState, form: FormData) {
  return formState(form, async () => {
    await requireOrigin();
    await removePerson(await requireActor(casePath(caseId, "persons", personId)), personId);
    redirect(casePath(caseId));
  });
}

export async function recordConsentAction(
  caseId: string,
  personId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(casePath(caseId, "persons", personId));
    await recordConsent(actor, personId, consentSchema.parse(Object.fromEntries(form)));
    redirect(casePath(caseId));
  });
}

export async function withdrawConsentAction(
  caseId: string,
  personId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(casePath(caseId, "persons", personId, "withdraw"));
    const { reason } = withdrawSchema.parse(Object.fromEntries(form));
    await withdrawConsent(actor, { personId, reason });
    redirect(casePath(caseId));
  });
}
