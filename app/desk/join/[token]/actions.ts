"use server";

import { redirect } from "next/navigation";
import { findDevice, findNetwork, findSessionId, keepSession, requireOrigin } from "@/app/desk/actor";
import type { Joined } from "@/lib/accounts/accept-invitation";
import { endSession } from "@/lib/accounts/end-session";
import { joinAsNew } from "@/lib/accounts/join-as-new";
import { joinByPassword } from "@/lib/accounts/join-by-password";
import { joinSignedIn } from "@/lib/accounts/join-signed-in";
import { findAwaiting } from "@/lib/accounts/pass-second-factor";
import { deskHome } from "@/lib/accounts/return-path";
import { joinAsNewSchema, joinByPasswordSchema, tokenSchema } from "@/lib/accounts/schema";
import { startSession } from "@/lib/accounts/start-session";
import { type FormState, formState } from "@/lib/forms";

export async function joinAsNewAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await enter(await joinAsNew(tokenOf(form), joinAsNewSchema.parse(Object.fromEntries(form))));
  });
}

export async function joinByPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { currentPassword } = joinByPasswordSchema.parse(Object.fromEntries(form));
    await enter(await joinByPassword(tokenOf(form), currentPassword, await findNetwork()));
  });
}

export async function joinSignedInAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await joinSignedIn(tokenOf(form), await findSessionId());
    redirect(deskHome);
  });
}

/** Signs in who has just joined, instead of whoever was signed in here. */
async function enter({ accountId, ...joined }: Joined): Promise<never> {
  const before = await findSessionId();
  if (before) await endSession(before);
  const sessionId = await startSession(accountId, { ...joined, device: await findDevice() });
  await keepSession(sessionId);
  if (await findAwaiting(sessionId)) redirect("/desk/sign-in/code");
  redirect(deskHome);
}

function tokenOf(form: FormData): string {
  return tokenSchema.parse(Object.fromEntries(form)).token;
}
