"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState, uploadOf } from "@/lib/forms";
import { bringBackReceived } from "@/lib/received/bring-back";
import { receiveAppeal } from "@/lib/received/receive";
import { pasteSchema } from "@/lib/received/schema";
import { pastePath } from "./path";

export async function pasteAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(pastePath());
    const file = uploadOf(form, "appealFile");
    const text = pasteSchema.parse({ ...Object.fromEntries(form), appealFile: String(file.size) });
    const received =
      file.size > 0
        ? { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
        : { bytes: Buffer.from(text), name: null };
    redirect(pastePath(await receiveAppeal(actor, received)));
  });
}

export async function bringBackAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { received } = z.object({ received: z.uuid("required") }).parse(Object.fromEntries(form));
    await bringBackReceived(await requireActor(pastePath()), received);
    revalidatePath(pastePath());
  });
}
