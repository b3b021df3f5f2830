"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { enrolPath, enrolPathTo, findNetwork, findSessionId, requireActor, requireOrigin } from "@/app/desk/actor";
import { addPasskey } from "@/lib/accounts/add-passkey";
import { askForProof } from "@/lib/accounts/ask-for-proof";
import { beginPasskey, type PasskeyOptions } from "@/lib/accounts/begin-passkey";
import { beginTotp } from "@/lib/accounts/begin-totp";
import { cancelTotp } from "@/lib/accounts/cancel-totp";
import { confirmTotp } from "@/lib/accounts/confirm-totp";
import { hideRecoveryCodes } from "@/lib/accounts/hide-recovery-codes";
import type { Proof } from "@/lib/accounts/identity";
import { proveByCode } from "@/lib/accounts/prove-by-code";
import { proveByPasskey } from "@/lib/accounts/prove-by-passkey";
import { removePasskey } from "@/lib/accounts/remove-passkey";
import { removeSecondFactor } from "@/lib/accounts/remove-second-factor";
import { removeTotp } from "@/lib/accounts/remove-totp";
import { renewRecoveryCodes } from "@/lib/accounts/renew-recovery-codes";
import { returnPath } from "@/lib/accounts/return-path";
import {
  codeSchema,
  idSchema,
  newPasskeyFormSchema,
  passkeyNameSchema,
  proofField,
  proofSchema,
  proveByCodeSchema,
} from "@/lib/accounts/schema";
import type { PasskeyRequest } from "@/lib/accounts/use-passkey";
import { type FormState, formState } from "@/lib/forms";

type NewPasskeyState = FormState & { options?: PasskeyOptions | undefined };
type PasskeyState = FormState & { options?: PasskeyRequest | undefined };

export async function proveByCodeAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    proveByCodeSchema.parse(Object.fromEntries(form));
    const { code } = codeSchema.parse(Object.fromEntries(form));
    await proveByCode(await requireActor(enrolPath), { ...(await passwordOf(form, "code")), code });
    revalidatePath(enrolPath);
  });
}

export async function askForProofAction(_before: FormState, form: FormData): Promise<PasskeyState> {
  let options: PasskeyRequest | undefined;
  const state = await formState(form, async () => {
    await requireOrigin();
    options = await askForProof(await requireActor(enrolPath), await passwordOf(form, "key"));
  });
  return { ...state, options };
}

export async function proveByPasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await proveByPasskey(await requireActor(enrolPath), { ...(await proofHere()), answer: form.get("answer") });
    revalidatePath(enrolPath);
  });
}

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
    await confirmTotp(await requireActor(enrolPath), { ...(await proofHere()), code });
    revalidatePath("/desk", "layout");
    redirect(form.has("next") ? returnPath(form.get("next")) : enrolPath);
  });
}

export async function cancelTotpAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await cancelTotp(await requireActor(enrolPath), await findSessionId());
    redirect(form.has("next") ? enrolPathTo(returnPath(form.get("next"))) : enrolPath);
  });
}

export async function renewRecoveryCodesAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await renewRecoveryCodes(await requireActor(enrolPath), await findSessionId());
    redirect(enrolPath);
  });
}

export async function hideRecoveryCodesAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await hideRecoveryCodes(await requireActor(enrolPath));
    redirect(form.has("next") ? returnPath(form.get("next")) : enrolPath);
  });
}

export async function removeTotpAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removeTotp(await requireActor(enrolPath), await findSessionId());
    redirect(enrolPath);
  });
}

export async function removeSecondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removeSecondFactor(await requireActor(enrolPath), await findSessionId());
    revalidatePath("/desk", "layout");
    redirect(enrolPath);
  });
}

export async function beginPasskeyAction(_before: FormState, form: FormData): Promise<NewPasskeyState> {
  let options: PasskeyOptions | undefined;
  const state = await formState(form, async () => {
    await requireOrigin();
    const typed = form.has(proofField("passkey")) ? newPasskeyFormSchema : passkeyNameSchema;
    typed.parse(Object.fromEntries(form));
    options = await beginPasskey(await requireActor(enrolPath), await proofOf(form, "passkey"));
  });
  return { ...state, options };
}

export async function addPasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { passkeyName: name } = passkeyNameSchema.parse(Object.fromEntries(form));
    const made = { sessionId: await findSessionId(), name, answer: form.get("answer") };
    await addPasskey(await requireActor(enrolPath), made);
    revalidatePath("/desk", "layout");
  });
}

export async function removePasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { id } = idSchema.parse(Object.fromEntries(form));
    await removePasskey(await requireActor(enrolPath), id, await findSessionId());
    revalidatePath("/desk", "layout");
  });
}

async function proofHere(): Promise<{ network: string; sessionId: string | null }> {
  return { network: await findNetwork(), sessionId: await findSessionId() };
}

async function passwordOf(form: FormData, act: string): Promise<Proof & { currentPassword: string }> {
  const { [proofField(act)]: currentPassword = "" } = proofSchema(act).parse(Object.fromEntries(form));
  return { ...(await proofHere()), currentPassword };
}

/** The password is asked for while there is no second factor: its field says so. */
async function proofOf(form: FormData, act: string): Promise<Proof> {
  return form.has(proofField(act)) ? passwordOf(form, act) : proofHere();
}
