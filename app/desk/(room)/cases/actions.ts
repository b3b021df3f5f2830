"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { createCase } from "@/lib/cases/create";
import { saveCase } from "@/lib/cases/save";
import { caseSchema } from "@/lib/cases/schema";
import { type FormState, formState, seenIn } from "@/lib/forms";
import { casePath } from "./editable";

export async function createCaseAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor("/desk/cases/new");
    redirect(casePath(await createCase(actor, caseSchema.parse(Object.fromEntries(form)))));
  });
}

export async function saveCaseAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(casePath(id, "edit"));
    await saveCase(actor, { caseId: id, seen: seenIn(form) }, caseSchema.parse(Object.fromEntries(form)));
    redirect(casePath(id));
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}
