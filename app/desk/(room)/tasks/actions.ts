"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { withQuery } from "@/lib/accounts/return-path";
import { chosenIn, type FormState, formState } from "@/lib/forms";
import { completeTasks } from "@/lib/tasks/complete-tasks";
import { reopenTasks } from "@/lib/tasks/reopen-tasks";
import { taskFilterSchema } from "@/lib/tasks/schema";

const path = "/desk/tasks";

/** Ends one task, or those that were ticked; the page it leads back to tells so, and how to take it back. */
export async function finishTasksAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const did = await completeTasks(await requireActor(path), chosenIn(form, taskFilterSchema));
    redirect(withQuery(path, { did }));
  });
  refresh();
  return state;
}

export async function reopenTasksAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await reopenTasks(await requireActor(path), z.string().parse(form.get("undo")));
    refresh();
  });
}
