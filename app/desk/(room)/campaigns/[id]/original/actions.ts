"use server";

import { refresh, revalidatePath } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState, seenIn, uploadOf } from "@/lib/forms";
import { saveOriginal } from "@/lib/originals/save";
import { originalSchema } from "@/lib/originals/schema";

export async function saveOriginalAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const path = `${campaignPath(id)}/original`;
    const actor = await requireActor(path);
    const upload = uploadOf(form, "file");
    const input = originalSchema.parse({ ...Object.fromEntries(form), file: String(upload.size) });
    const bytes = new Uint8Array(await upload.arrayBuffer());
    await saveOriginal(
      actor,
      { campaignId: id, seen: seenIn(form) },
      input,
      upload.size > 0 ? { bytes, mediaType: upload.type } : null,
    );
    revalidatePath(path);
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}
