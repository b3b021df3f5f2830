"use server";

import { refresh, revalidatePath } from "next/cache";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { requireSecondFactor } from "@/lib/accounts/require-second-factor";
import { saveOrganisation } from "@/lib/accounts/save-organisation";
import { organisationSchema, requireSecondFactorSchema } from "@/lib/accounts/schema";
import { type FormState, formState, seenIn } from "@/lib/forms";

export async function saveOrganisationAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor("/desk/organisation");
    await saveOrganisation(actor, seenIn(form), organisationSchema.parse(Object.fromEntries(form)));
    revalidatePath("/desk", "layout");
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}

export async function requireSecondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { required } = requireSecondFactorSchema.parse(Object.fromEntries(form));
    await requireSecondFactor(await requireActor("/desk/organisation"), required);
    revalidatePath("/desk", "layout");
  });
}
