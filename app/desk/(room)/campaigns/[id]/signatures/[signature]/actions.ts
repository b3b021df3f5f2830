"use server";

import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState } from "@/lib/forms";
import { eraseOnRequest } from "@/lib/signatures/erase-on-request";
import { stopRequestSchema } from "@/lib/signatures/schema";
import { withdrawOnRequest } from "@/lib/signatures/withdraw-on-request";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";

const acts = { withdraw: withdrawOnRequest, erase: eraseOnRequest } as const;

export async function stopAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { stop, asked, campaign, signature } = stopRequestSchema.parse(Object.fromEntries(form));
    const path = `${campaignPath(campaign, "signatures")}/${signature}`;
    await acts[stop](await requireActor(path), signature, asked);
    redirect(path);
  });
}
