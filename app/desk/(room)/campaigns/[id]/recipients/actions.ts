"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import type { Sought } from "@/components/desk/office-search";
import type { Actor } from "@/lib/accounts/access";
import { type FormState, formState } from "@/lib/forms";
import { chosenGroupSchema } from "@/lib/library/schema";
import { addRecipient } from "@/lib/recipients/add-recipient";
import { attachGroup } from "@/lib/recipients/attach-group";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { detachRecipient } from "@/lib/recipients/detach-recipient";
import { moveRecipient } from "@/lib/recipients/move-recipient";
import { type FoundRecipients, listRecipients } from "@/lib/recipients/queries";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import {
  chosenRecipientSchema,
  officeSearchSchema,
  recipientActSchema,
  type recipientActs,
  recipientSchema,
} from "@/lib/recipients/schema";
import { setRecipientRole } from "@/lib/recipients/set-recipient-role";

type Pair = { campaignId: string; recipientId: string };

const acts: Record<(typeof recipientActs)[number], (actor: Actor, pair: Pair) => Promise<void>> = {
  up: (actor, pair) => moveRecipient(actor, { ...pair, to: "up" }),
  down: (actor, pair) => moveRecipient(actor, { ...pair, to: "down" }),
  to: (actor, pair) => setRecipientRole(actor, { ...pair, role: "to" }),
  copy: (actor, pair) => setRecipientRole(actor, { ...pair, role: "copy" }),
  out: detachRecipient,
};

export async function changeListAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "recipients"));
    const [act, recipientId] = recipientActSchema.parse(Object.fromEntries(form)).act;
    await acts[act](actor, { campaignId: id, recipientId });
    revalidatePath(campaignPath(id, "recipients"));
  });
}

export async function attachAction(id: string, _before: FormState, form: FormData): Promise<Sought<FoundRecipients>> {
  // Without script.
  if (form.has("search")) return { found: await findRecipientsAction(id, { q: "", lines: [], total: 0 }, form) };
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "recipients"));
    const { recipient } = chosenRecipientSchema.parse(Object.fromEntries(form));
    await attachRecipient(actor, { campaignId: id, recipientId: recipient });
    revalidatePath(campaignPath(id, "recipients"));
  });
}

/** What a member looks for travels in the form's body, with script and without. */
export async function findRecipientsAction(
  id: string,
  _before: FoundRecipients,
  form: FormData,
): Promise<FoundRecipients> {
  await allowed(requireOrigin());
  const actor = await requireActor(campaignPath(id, "recipients"));
  return allowed(listRecipients(actor, { but: id, ...officeSearchSchema.parse({ q: form.get("q") }) }));
}

export async function attachGroupAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(campaignPath(id, "recipients"));
    const { group } = chosenGroupSchema.parse(Object.fromEntries(form));
    await attachGroup(actor, { campaignId: id, groupId: group });
    revalidatePath(campaignPath(id, "recipients"));
  });
}

export async function addAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(`${campaignPath(id, "recipients")}/new`);
    await addRecipient(actor, id, recipientSchema.parse(textsOf(form)));
    redirect(campaignPath(id, "recipients"));
  });
}

export async function saveAction(
  { campaignId, recipientId }: Pair,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const path = `${campaignPath(campaignId, "recipients")}/${recipientId}`;
    const actor = await requireActor(path);
    await saveRecipient(actor, recipientId, recipientSchema.parse(textsOf(form)));
    revalidatePath(path);
  });
}

/** The typed fields of a form, without what Next puts beside them. */
function textsOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith("$")));
}
