"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { casePath } from "@/app/desk/(room)/cases/editable";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { addPicture } from "@/lib/cases/add-picture";
import { removePicture } from "@/lib/cases/remove-picture";
import { pictureSchema } from "@/lib/cases/schema";
import { type FormState, formState, uploadOf } from "@/lib/forms";

export async function addPictureAction(caseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(casePath(caseId, "pictures", "new"));
    const upload = uploadOf(form, "file");
    const input = pictureSchema.parse({ ...Object.fromEntries(form), file: String(upload.size) });
    await addPicture(actor, caseId, { ...input, file: new Uint8Array(await upload.arrayBuffer()) });
    redirect(casePath(caseId));
  });
}

export async function removePictureAction(
  caseId: string,
  pictureId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removePicture(await requireActor(casePath(caseId)), pictureId);
    revalidatePath(casePath(caseId));
  });
}
