"use server";

import { refresh } from "next/cache";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState } from "@/lib/forms";
import { completeTask } from "@/lib/tasks/complete-task";

export async function finishTaskAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await completeTask(await requireActor("/desk/tasks"), id);
    refresh();
  });
}
