"use server";

import { refresh } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { bringBackChange } from "@/lib/campaigns/bring-back";
import { chosenChangeSchema } from "@/lib/campaigns/schema";
import { type FormState, formState } from "@/lib/forms";

export async function bringBackAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const { change } = chosenChangeSchema.parse(Object.fromEntries(form));
    await bringBackChange(await requireActor(campaignPath(id, "history")), id, change);
  });
  refresh();
  return state;
}
