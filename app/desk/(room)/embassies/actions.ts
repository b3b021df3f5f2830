"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import type { ImportState } from "@/components/desk/embassy-import";
import { addEmbassy } from "@/lib/embassies/add";
import { importEmbassies } from "@/lib/embassies/import";
import { loadSampleEmbassies } from "@/lib/embassies/load-samples";
import { previewEmbassies } from "@/lib/embassies/preview";
import { removeEmbassy } from "@/lib/embassies/remove";
import { saveEmbassy } from "@/lib/embassies/save";
import type { EmbassyFile } from "@/lib/embassies/read-file";
import { readUpload } from "@/lib/embassies/read-upload";
import { embassyLimits, embassySchema } from "@/lib/embassies/schema";
import { orRefusal, Refusal } from "@/lib/errors";
import { type FormState, formState, uploadOf } from "@/lib/forms";

const path = "/desk/embassies";

export async function addAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await addEmbassy(await requireActor(`${path}/new`), embassySchema.parse(fieldsOf(form)));
    redirect(`${path}?done=added`);
  });
}

export async function saveAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await saveEmbassy(await requireActor(`${path}/${id}`), id, embassySchema.parse(fieldsOf(form)));
    redirect(`${path}?done=saved`);
  });
}

export async function removeAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removeEmbassy(await requireActor(path), id);
    revalidatePath(path);
    redirect(`${path}?done=removed`);
  });
}

export async function loadSamplesAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await loadSampleEmbassies(await requireActor(path));
    redirect(`${path}?done=samples`);
  });
}

export async function importAction(_before: ImportState, form: FormData): Promise<ImportState> {
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const upload = await readUpload({
    file: uploadOf(form, "csv"),
    pasted: typed("text"),
    bytes: typed("bytes"),
    encoding: typed("encoding"),
    before: typed("before"),
  });
  const { text = "", reading = null } = upload.problem ? {} : upload;
  const state = (file: EmbassyFile) => ({ text, reading, ...shownOf(file) });
  if (upload.problem) return state({ rows: [], problems: [{ line: 1, field: "csv", code: upload.problem }] });
  const adds = form.get("act") === "add";
  const file = await orRefusal(
    requireOrigin().then(async () => {
      const actor = await requireActor(`${path}/import`);
      return adds ? importEmbassies(actor, text) : previewEmbassies(actor, text);
    }),
  );
  if (file instanceof Refusal) return { ...state({ rows: [], problems: [] }), refusal: file.code };
  if (adds && file.problems.length === 0) redirect(`${path}?done=imported`);
  return state(file);
}

/** Of a file what its form shows: the whole would be posted back with each try. */
function shownOf({ rows, problems }: EmbassyFile): Pick<ImportState, "rows" | "problems" | "count"> {
  const { shown } = embassyLimits;
  const count = { rows: rows.length, problems: problems.length };
  return { rows: rows.slice(0, shown), problems: problems.slice(0, shown), count };
}

/** The typed fields of a form, without what Next puts beside them. */
function fieldsOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith("$")));
}
