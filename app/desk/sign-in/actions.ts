"use server";

import { redirect } from "next/navigation";
import { findNetwork, keepSession, requireOrigin } from "@/app/desk/actor";
import { returnPath } from "@/lib/accounts/return-path";
import { signInSchema } from "@/lib/accounts/schema";
import { signIn } from "@/lib/accounts/sign-in";
import { type FormState, formState } from "@/lib/forms";

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const input = signInSchema.parse(Object.fromEntries(form));
    await keepSession(await signIn({ ...input, network: await findNetwork() }));
    redirect(returnPath(form.get("next")));
  });
}
