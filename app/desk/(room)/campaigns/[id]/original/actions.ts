"use server";

import { revalidatePath } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState, uploadOf } from "@/lib/forms";
import { saveOriginal } from "@/lib/originals/save";
import { originalSchema } from "@/lib/originals/schema";

export async function saveOriginalAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const path = `${campaignPath(id)}/original`;
    const actor = await requireActor(path);
    const upload = uploadOf(form, "file");
    const input = originalSchema.parse({ ...Object.fromEntries(form), file: String(upload.size) });
    const bytes = new Uint8Array(await upload.arrayBuffer());
    await saveOriginal(actor, id, input, upload.size > 0 ? { bytes, mediaType: upload.type } : null);
    revalidatePath(path);
  });
}
