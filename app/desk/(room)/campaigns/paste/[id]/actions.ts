"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { pastePath } from "@/app/desk/(room)/campaigns/paste/path";
import { findActor, requireActor, requireOrigin } from "@/app/desk/actor";
import type { AutosaveAnswer } from "@/components/desk/autosaver";
import type { Actor } from "@/lib/accounts/access";
import { type FormState, formState } from "@/lib/forms";
import { discardReceived } from "@/lib/received/discard";
import { placeLines } from "@/lib/received/place-lines";
import { readReceivedAgain } from "@/lib/received/read-again";
import { saveReceived } from "@/lib/received/save";
import { draftFormSchema, encodingSchema, placeSchema, turnSchema } from "@/lib/received/schema";
import { takeReceived } from "@/lib/received/take";

/** Keeps what is typed, and then does what the button that was pressed says: without one, makes the campaign. */
export async function draftAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(pastePath(id));
    const act = form.get("act");
    if (typeof act !== "string") redirect(campaignPath(await takeReceived(actor, id, fieldsOf(form)), "page"));
    await saveReceived(actor, id, fieldsOf(form));
    await changeDraft(actor, id, act, form);
  });
  // Also after a refusal: what was typed is kept by then, under a mark that the form has to know.
  refresh();
  return state;
}

async function changeDraft(actor: Actor, id: string, act: string, form: FormData): Promise<void> {
  if (act === "place") await placeLines(actor, id, placeSchema.parse(Object.fromEntries(form)));
  if (act.startsWith("turn:")) await readReceivedAgain(actor, id, { toggle: turnSchema.parse(act) });
}

/** Answers a session that is over instead of leading away: somebody is typing. */
export async function autosaveDraftAction(id: string, form: FormData): Promise<AutosaveAnswer> {
  const actor = await findActor();
  if (!actor) return { refusal: "signed-out" };
  let seen = "";
  const state = await formState(form, async () => {
    await requireOrigin();
    seen = await saveReceived(actor, id, fieldsOf(form));
  });
  return { ...state, seen, at: new Date().toISOString() };
}

export async function encodingAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  const state = await formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(pastePath(id));
    await readReceivedAgain(actor, id, encodingSchema.parse(Object.fromEntries(form)));
  });
  refresh();
  return state;
}

export async function discardAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    await discardReceived(await requireActor(pastePath(id)), id);
    redirect(pastePath());
  });
}

function fieldsOf(form: FormData): Record<string, string> {
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return draftFormSchema.parse(Object.fromEntries(typed.filter(([name]) => name !== "act")));
}
