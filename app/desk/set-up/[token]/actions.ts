"use server";

import { redirect } from "next/navigation";
import { findDevice, keepSession, requireOrigin } from "@/app/desk/actor";
import { deskHome } from "@/lib/accounts/return-path";
import { setUpRequestSchema } from "@/lib/accounts/schema";
import { setUp } from "@/lib/accounts/set-up";
import { startSession } from "@/lib/accounts/start-session";
import { type FormState, formState } from "@/lib/forms";

export async function setUpAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const accountId = await setUp(setUpRequestSchema.parse(Object.fromEntries(form)));
    await keepSession(await startSession(accountId, { device: await findDevice() }));
    redirect(deskHome);
  });
}
