"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z, ZodError } from "zod";
import { findActor, requireActor, requireOrigin } from "@/app/desk/actor";
import type { Actor } from "@/lib/accounts/access";
import { withQuery } from "@/lib/accounts/return-path";
import { Refusal } from "@/lib/errors";
import { chosenIn, type FormState, formState, seenIn } from "@/lib/forms";
import { editCell } from "@/lib/library/edit-cell";
import {
  apartSchema,
  belongingsSchema,
  type CellAnswer,
  type CellChange,
  cellChangeSchema,
  groupSchema,
  holderSchema,
  type LibraryActInput,
  libraryActSchema,
  libraryQuery,
  librarySchema,
  reasonSchema,
} from "@/lib/library/schema";
import { addGroup } from "@/lib/recipients/add-group";
import { approveHolder } from "@/lib/recipients/approve-holder";
import type { ChosenRecipients } from "@/lib/recipients/choose-recipients";
import { changeHolder } from "@/lib/recipients/change-holder";
import { createRecipient } from "@/lib/recipients/create-recipient";
import { groupRecipients } from "@/lib/recipients/group-recipients";
import { keepApart } from "@/lib/recipients/keep-apart";
import { liftRecipients } from "@/lib/recipients/lift-recipients";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { proposeAgain } from "@/lib/recipients/propose-again";
import { removeGroup } from "@/lib/recipients/remove-group";
import { saveBelongings } from "@/lib/recipients/save-belongings";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { recipientSchema } from "@/lib/recipients/schema";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { tagRecipients } from "@/lib/recipients/tag-recipients";
import { undoRecipients } from "@/lib/recipients/undo-recipients";
import { libraryPath } from "./path";

/** Writes one cell. What a person can cause is an answer, so that the grid keeps what was typed. */
export async function editCellAction(change: CellChange): Promise<CellAnswer> {
  try {
    await requireOrigin();
    const actor = await findActor();
    if (!actor) return { refusal: "no-access" };
    return await editCell(actor, cellChangeSchema.parse(change));
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code };
    if (error instanceof ZodError) return { error: error.issues[0]?.message ?? "invalid" };
    throw error;
  }
}

export async function createAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(libraryPath("new"));
    redirect(libraryPath(await createRecipient(actor, recipientSchema.parse(typed(form)))));
  });
}

export async function saveAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return changeOffice(id, form, (actor) => saveRecipient(actor, id, recipientSchema.parse(typed(form))));
}

export async function holderAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return changeOffice(id, form, (actor) => changeHolder(actor, id, holderSchema.parse(typed(form))));
}

export async function approveAction(
  [id, holderId]: [string, string],
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return changeOffice(id, form, async (actor) => void (await approveHolder(actor, id, holderId)));
}

export async function belongingsAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const of = { recipientId: id, seen: seenIn(form) };
  const state = await changeOffice(id, form, (actor) => saveBelongings(actor, of, belongingsSchema.parse(typed(form))));
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}

export async function silenceAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return actOnOffice(id, form, (actor) =>
    silenceRecipients(actor, { which: "ticked", ids: [id] }, { reason: reasonSchema.parse(typed(form)).why }),
  );
}

export async function liftAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return actOnOffice(id, form, (actor) => liftRecipients(actor, { which: "ticked", ids: [id] }));
}

export async function mergeAction(
  [stays, goes]: [string, string],
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(libraryPath(stays));
    await mergeRecipients(actor, { stays, goes });
    redirect(libraryPath(stays));
  });
}

export async function apartAction(_before: FormState, form: FormData): Promise<FormState> {
  return changeDuplicates(form, (actor) => keepApart(actor, apartSchema.parse(typed(form))));
}

export async function proposeAction(_before: FormState, form: FormData): Promise<FormState> {
  return changeDuplicates(form, (actor) => proposeAgain(actor, apartSchema.shape.address.parse(form.get("address"))));
}

/** Does one thing with many recipients; the page it leads back to tells to how many, and how to take it back. */
export async function manyAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const filter = librarySchema.parse(Object.fromEntries(new URLSearchParams(typed(form).filter)));
    const actor = await requireActor(withQuery(libraryPath(), libraryQuery(filter)));
    const did = await actOnMany(actor, chosenIn(form, librarySchema), libraryActSchema.parse(typed(form)));
    // What was done may leave the last page empty.
    redirect(withQuery(libraryPath(), { ...libraryQuery({ ...filter, page: 1 }), did }));
  });
  refresh();
  return state;
}

export async function undoManyAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await undoRecipients(await requireActor(libraryPath()), z.string().parse(form.get("undo")));
    refresh();
  });
}

async function changeDuplicates(form: FormData, act: (actor: Actor) => Promise<void>): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await act(await requireActor(libraryPath("duplicates")));
    revalidatePath(libraryPath("duplicates"));
  });
}

export async function addGroupAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(libraryPath("groups"));
    await addGroup(actor, groupSchema.parse(typed(form)).groupName);
    revalidatePath(libraryPath("groups"));
  });
}

export async function removeGroupAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await removeGroup(await requireActor(libraryPath("groups")), id);
    revalidatePath(libraryPath("groups"));
  });
}

async function actOnMany(actor: Actor, chosen: ChosenRecipients, asked: LibraryActInput): Promise<string> {
  if (asked.act === "lift") return liftRecipients(actor, chosen);
  if (asked.act === "silence") return silenceRecipients(actor, chosen, { reason: asked.why });
  if ("bulkTag" in asked) return tagRecipients(actor, chosen, { tag: asked.bulkTag, on: asked.act === "tag" });
  return groupRecipients(actor, chosen, { groupId: asked.bulkGroup, into: asked.act === "group" });
}

/** What the office's page tells then, and takes back. @param act what returns the id of what was done */
async function actOnOffice(id: string, form: FormData, act: (actor: Actor) => Promise<string>): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const did = await act(await requireActor(libraryPath(id)));
    redirect(withQuery(libraryPath(id), { did }));
  });
}

async function changeOffice(id: string, form: FormData, act: (actor: Actor) => Promise<void>): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await act(await requireActor(libraryPath(id)));
    revalidatePath(libraryPath(id));
  });
}

/** The typed fields of a form, without what Next puts beside them. */
function typed(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith("$")));
}
