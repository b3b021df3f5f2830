"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import type { Actor } from "@/lib/accounts/access";
import { type FormState, formState, uploadOf } from "@/lib/forms";
import { discardImport } from "@/lib/imports/discard";
import { saveColumns } from "@/lib/imports/save-columns";
import { saveReading } from "@/lib/imports/save-reading";
import { columnsSchema, readingSchema, uploadSchema } from "@/lib/imports/schema";
import { startImport } from "@/lib/imports/start";
import { undoImport } from "@/lib/imports/undo";
import { uploadImport } from "@/lib/imports/upload";
import { importPath } from "./path";

export async function uploadAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(importPath());
    const file = uploadOf(form, "list");
    uploadSchema.parse({ list: String(file.size) });
    const bytes = new Uint8Array(await file.arrayBuffer());
    redirect(importPath(await uploadImport(actor, { bytes, name: file.name })));
  });
}

export async function readingAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return changeImport(id, form, (actor) => saveReading(actor, id, readingSchema.parse(Object.fromEntries(form))));
}

/** Shows the preview or, by the other button, starts. */
export async function columnsAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return changeImport(id, form, async (actor) => {
    const columns = columnsSchema.parse(Object.fromEntries(form));
    await (form.get("act") === "preview" ? saveColumns : startImport)(actor, id, columns);
  });
}

export async function undoAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return changeImport(id, form, (actor) => undoImport(actor, id));
}

export async function discardAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await discardImport(await requireActor(importPath(id)), id);
    redirect(importPath());
  });
}

async function changeImport(id: string, form: FormData, act: (actor: Actor) => Promise<void>): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await act(await requireActor(importPath(id)));
    revalidatePath(importPath(id));
  });
}
