"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { dropSession, findSessionId, requireActor, requireOrigin } from "@/app/desk/actor";
import { chooseOrganisation } from "@/lib/accounts/choose-organisation";
import { endSession } from "@/lib/accounts/end-session";
import { deskHome } from "@/lib/accounts/return-path";
import { idSchema } from "@/lib/accounts/schema";
import { type FormState, formState } from "@/lib/forms";

export async function signOutAction(): Promise<void> {
  await requireOrigin();
  const sessionId = await findSessionId();
  if (sessionId) await endSession(sessionId);
  await dropSession();
  redirect("/desk/sign-in");
}

export async function chooseOrganisationAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(deskHome);
    const { id } = idSchema.parse(Object.fromEntries(form));
    await chooseOrganisation(actor, id, await findSessionId());
    revalidatePath("/desk", "layout");
    redirect(deskHome);
  });
}
