"use server";

import { redirect } from "next/navigation";
import { ZodError } from "zod";
import { requireActor, requireOrigin } from "@/app/desk/actor";
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
    if (!id) throw new ZodError([{ code: "custom", path: ["signer"], message: "nobody", input: undefined }]);
    redirect(`${path}/${id}`);
  });
}
