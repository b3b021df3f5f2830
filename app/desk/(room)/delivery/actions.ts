"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { pauseDelivery } from "@/lib/delivery/pause";
import { resumeDelivery } from "@/lib/delivery/resume";
import { retryLetters } from "@/lib/delivery/retry";
import { pauseSchema, resumeSchema, retrySchema, skipSchema } from "@/lib/delivery/schema";
import { skipLetters } from "@/lib/delivery/skip";
import { Refusal } from "@/lib/errors";
import { type FormState, formState } from "@/lib/forms";

const path = "/desk/delivery";

export async function pauseAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await pauseDelivery(await requireActor(path), pauseSchema.parse(Object.fromEntries(form)));
    refresh();
  });
}

export async function resumeAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await resumeDelivery(await requireActor(path), resumeSchema.parse(Object.fromEntries(form)).pause);
    refresh();
  });
}

export async function retryAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const count = await retryLetters(await requireActor(path), retrySchema.parse(Object.fromEntries(form)));
    if (count === 0) throw new Refusal("not-possible-now");
    refresh();
  });
}

export async function skipAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const input = skipSchema.parse(Object.fromEntries(form));
    await skipLetters(await requireActor(path), input);
    redirect(campaignPath(input.campaign, "delivery"));
  });
}
