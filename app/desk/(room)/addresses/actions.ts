"use server";

import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState } from "@/lib/forms";
import { markAddressDead } from "@/lib/recipients/mark-address-dead";
import { markAddressWorking } from "@/lib/recipients/mark-address-working";
import { releaseWaiting } from "@/lib/recipients/release-waiting";

const path = "/desk/addresses";

export async function worksAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await markAddressWorking(await requireActor(path), id);
    redirect(`${path}?done=works`);
  });
}

export async function deadAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await markAddressDead(await requireActor(path), id);
    redirect(`${path}?done=dead`);
  });
}

export async function releaseAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await releaseWaiting(await requireActor(path), id);
    redirect(`${path}?done=release`);
  });
}
