"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { changeRights } from "@/lib/accounts/change-rights";
import { changeRole } from "@/lib/accounts/change-role";
import { inviteMember } from "@/lib/accounts/invite-member";
import { removeMember } from "@/lib/accounts/remove-member";
import { resendInvitation } from "@/lib/accounts/resend-invitation";
import { resetSecondFactor } from "@/lib/accounts/reset-second-factor";
import { idSchema, inviteSchema, rightsSchema, roleSchema } from "@/lib/accounts/schema";
import { withdrawInvitation } from "@/lib/accounts/withdraw-invitation";
import { type FormState, formState } from "@/lib/forms";

const path = "/desk/members";

export async function inviteAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(`${path}/invite`);
    await inviteMember(actor, inviteSchema.parse(Object.fromEntries(form)));
    redirect(`${path}?done=invited`);
  });
}

export async function resendAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await resendInvitation(await requireActor(path), idOf(form));
    revalidatePath(path);
  });
}

export async function withdrawAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await withdrawInvitation(await requireActor(path), idOf(form));
    revalidatePath(path);
  });
}

export async function changeRoleAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { role } = roleSchema.parse(Object.fromEntries(form));
    await changeRole(await requireActor(`${path}/${idOf(form)}`), idOf(form), role);
    redirect(`${path}?done=changed`);
  });
}

export async function changeRightsAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const held = rightsSchema.parse(Object.fromEntries(form));
    await changeRights(await requireActor(`${path}/${idOf(form)}`), idOf(form), held);
    redirect(`${path}?done=rights`);
  });
}

export async function resetSecondFactorAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await resetSecondFactor(await requireActor(path), idOf(form));
    redirect(`${path}?done=reset`);
  });
}

export async function removeAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removeMember(await requireActor(path), idOf(form));
    redirect(`${path}?done=removed`);
  });
}

function idOf(form: FormData): string {
  return idSchema.parse(Object.fromEntries(form)).id;
}
