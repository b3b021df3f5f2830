"use server";

import { refresh } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { takeOverSchema } from "@/lib/campaigns/schema";
import { takeOverEditing } from "@/lib/campaigns/take-over-editing";
import { type FormState, formState } from "@/lib/forms";

export async function takeOverAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const { from } = takeOverSchema.parse(Object.fromEntries(form));
    await takeOverEditing(await requireActor(campaignPath(id)), id, from);
  });
  // Also after a refusal: somebody else was faster, and their name is shown.
  refresh();
  return state;
}
