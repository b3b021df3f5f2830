"use server";

import { revalidatePath } from "next/cache";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { chooseRevisionPicture } from "@/lib/campaigns/choose-picture";
import { pictureChoiceSchema } from "@/lib/cases/schema";
import { type FormState, formState } from "@/lib/forms";

export async function choosePictureAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const path = `${campaignPath(id)}/picture`;
    const actor = await requireActor(path);
    const { pictureId, alts } = pictureChoiceSchema.parse(Object.fromEntries(form));
    await chooseRevisionPicture(actor, id, pictureId, alts);
    revalidatePath(path);
  });
}
