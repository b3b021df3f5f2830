"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { changeRole } from "@/lib/accounts/change-role";
import { inviteMember } from "@/lib/accounts/invite-member";
import { removeMember } from "@/lib/accounts/remove-member";
import { resendInvitation } from "@/lib/accounts/resend-invitation";
import { idSchema, inviteSchema, roleSchema } from "@/lib/accounts/schema";
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
    await changeRole(await requireActor(path), idOf(form), role);
    redirect(`${path}?done=changed`);
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
