"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { dropSession, findNetwork, findSessionId, requireActor, requireOrigin } from "@/app/desk/actor";
import { changeName } from "@/lib/accounts/change-name";
import { changePassword } from "@/lib/accounts/change-password";
import { endOwnSession } from "@/lib/accounts/end-own-session";
import { endSessions } from "@/lib/accounts/end-sessions";
import { changeNameSchema, changePasswordSchema, idSchema } from "@/lib/accounts/schema";
import { type FormState, formState } from "@/lib/forms";

const path = "/desk/account";

export async function changeNameAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { name } = changeNameSchema.parse(Object.fromEntries(form));
    await changeName(await requireActor(path), name);
    revalidatePath("/desk", "layout");
  });
}

export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(path);
    const typed = changePasswordSchema.parse(Object.fromEntries(form));
    await changePassword(actor, { ...typed, sessionId: await findSessionId(), network: await findNetwork() });
    revalidatePath(path);
  });
}

export async function endSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await endOwnSession(await requireActor(path), idSchema.parse(Object.fromEntries(form)).id);
    revalidatePath(path);
  });
}

export async function endOtherSessionsAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await endSessions(await requireActor(path), await findSessionId());
    revalidatePath(path);
  });
}

export async function endAllSessionsAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await endSessions(await requireActor(path), null);
    await dropSession();
    redirect("/desk/sign-in");
  });
}
