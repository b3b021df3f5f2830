"use server";

import { redirect } from "next/navigation";
import { findDevice, findNetwork, findSessionId, keepSession, requireOrigin } from "@/app/desk/actor";
import { askForPasskey } from "@/lib/accounts/ask-for-passkey";
import { passByPasskey } from "@/lib/accounts/pass-by-passkey";
import { findAwaiting, passSecondFactor } from "@/lib/accounts/pass-second-factor";
import { returnPath } from "@/lib/accounts/return-path";
import { codeSchema, signInSchema } from "@/lib/accounts/schema";
import { signIn } from "@/lib/accounts/sign-in";
import type { PasskeyRequest } from "@/lib/accounts/use-passkey";
import { type FormState, formState } from "@/lib/forms";

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const input = signInSchema.parse(Object.fromEntries(form));
    const sessionId = await signIn({ ...input, network: await findNetwork(), device: await findDevice() });
    await keepSession(sessionId);
    const next = returnPath(form.get("next"));
    redirect((await findAwaiting(sessionId)) ? `/desk/sign-in/code?${new URLSearchParams({ next })}` : next);
  });
}

export async function passSecondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { code } = codeSchema.parse(Object.fromEntries(form));
    await keepSession(await passSecondFactor(await findSessionId(), code, await findNetwork()));
    redirect(returnPath(form.get("next")));
  });
}

type PasskeyState = FormState & { options?: PasskeyRequest | undefined };

export async function askForPasskeyAction(_before: FormState, form: FormData): Promise<PasskeyState> {
  let options: PasskeyRequest | undefined;
  const state = await formState(form, async () => {
    await requireOrigin();
    options = await askForPasskey(await findSessionId());
  });
  return { ...state, options };
}

export async function passByPasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await keepSession(await passByPasskey(await findSessionId(), form.get("answer"), await findNetwork()));
  });
}
