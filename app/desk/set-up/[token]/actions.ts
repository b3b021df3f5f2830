"use server";

import { redirect } from "next/navigation";
import { keepSession, requireOrigin } from "@/app/desk/actor";
import { deskHome } from "@/app/desk/paths";
import { setUpSchema } from "@/lib/accounts/schema";
import { setUp } from "@/lib/accounts/set-up";
import { startSession } from "@/lib/accounts/start-session";
import { type FormState, formState } from "@/lib/forms";

export async function setUpAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const accountId = await setUp({ ...setUpSchema.parse(Object.fromEntries(form)), token: String(form.get("token")) });
    await keepSession(await startSession(accountId));
    redirect(deskHome);
  });
}
