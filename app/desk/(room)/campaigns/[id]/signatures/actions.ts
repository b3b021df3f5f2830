"use server";

import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { withQuery } from "@/lib/accounts/return-path";
import { type FormState, formState } from "@/lib/forms";
import { findSignatureByEmail } from "@/lib/signatures/find-by-email";
import { searchRequestSchema } from "@/lib/signatures/schema";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";

export async function searchAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { campaign, signer } = searchRequestSchema.parse(Object.fromEntries(form));
    const path = campaignPath(campaign, "signatures");
    const id = await findSignatureByEmail(await requireActor(path), campaign, signer);
    redirect(id ? `${path}/${id}` : withQuery(path, { found: "nobody" }));
  });
}
