"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { enrolPath, enrolPathTo, findNetwork, findSessionId, requireActor, requireOrigin } from "@/app/desk/actor";
import { addPasskey } from "@/lib/accounts/add-passkey";
import { beginPasskey, type PasskeyOptions } from "@/lib/accounts/begin-passkey";
import { beginTotp } from "@/lib/accounts/begin-totp";
import { confirmTotp } from "@/lib/accounts/confirm-totp";
import { hideRecoveryCodes } from "@/lib/accounts/hide-recovery-codes";
import { removePasskey } from "@/lib/accounts/remove-passkey";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { renewRecoveryCodes } from "@/lib/accounts/renew-recovery-codes";
import { returnPath } from "@/lib/accounts/return-path";
import {
  codeSchema,
  idSchema,
  newPasskeyFormSchema,
  passkeyNameSchema,
  proofField,
  proofSchema,
} from "@/lib/accounts/schema";
import { type FormState, formState } from "@/lib/forms";

type PasskeyState = FormState & { options?: PasskeyOptions | undefined };

export async function beginTotpAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await beginTotp(await requireActor(enrolPath), await proofOf(form, "begin"));
    redirect(form.has("next") ? enrolPathTo(returnPath(form.get("next"))) : enrolPath);
  });
}

export async function confirmTotpAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { code } = codeSchema.parse(Object.fromEntries(form));
    await confirmTotp(await requireActor(enrolPath), code, await findSessionId());
    revalidatePath("/desk", "layout");
    redirect(form.has("next") ? returnPath(form.get("next")) : enrolPath);
  });
}

export async function renewRecoveryCodesAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await renewRecoveryCodes(await requireActor(enrolPath), await proofOf(form, "renew"));
    redirect(enrolPath);
  });
}

export async function hideRecoveryCodesAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await hideRecoveryCodes(await requireActor(enrolPath));
    redirect(enrolPath);
  });
}

export async function removeSecondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removeSecondFactor(await requireActor(enrolPath), {
      ...(await proofOf(form, "remove")),
      sessionId: await findSessionId(),
    });
    revalidatePath("/desk", "layout");
    redirect(enrolPath);
  });
}

export async function beginPasskeyAction(_before: FormState, form: FormData): Promise<PasskeyState> {
  let options: PasskeyOptions | undefined;
  const state = await formState(form, async () => {
    await requireOrigin();
    newPasskeyFormSchema.parse(Object.fromEntries(form));
    const actor = await requireActor(enrolPath);
    options = await beginPasskey(actor, { ...(await proofOf(form, "passkey")), sessionId: await findSessionId() });
  });
  return { ...state, options };
}

export async function addPasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { passkeyName: name } = passkeyNameSchema.parse(Object.fromEntries(form));
    const made = { sessionId: await findSessionId(), name, answer: form.get("answer") };
    await addPasskey(await requireActor(enrolPath), made);
    revalidatePath(enrolPath);
  });
}

export async function removePasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removePasskey(await requireActor(enrolPath), idSchema.parse(Object.fromEntries(form)).id);
    revalidatePath(enrolPath);
  });
}

async function proofOf(form: FormData, act: string): Promise<{ currentPassword: string; network: string }> {
  const { [proofField(act)]: currentPassword = "" } = proofSchema(act).parse(Object.fromEntries(form));
  return { currentPassword, network: await findNetwork() };
}
