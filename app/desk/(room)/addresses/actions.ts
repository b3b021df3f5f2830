"use server";

import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState } from "@/lib/forms";
import { markAddressDead } from "@/lib/recipients/mark-address-dead";
import { markAddressWorking } from "@/lib/recipients/mark-address-working";

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
