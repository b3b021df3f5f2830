"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import type { Actor } from "@/lib/accounts/access";
import { withQuery } from "@/lib/accounts/return-path";
import { type FormState, formState } from "@/lib/forms";
import type { SoughtChoices } from "@/components/desk/rule-recipients";
import { officeSearchSchema } from "@/lib/recipients/schema";
import { addRule } from "@/lib/routing/add-rule";
import { moveRule } from "@/lib/routing/move-rule";
import { listRuleChoices } from "@/lib/routing/queries";
import { removeRule } from "@/lib/routing/remove-rule";
import { restoreRule } from "@/lib/routing/restore-rule";
import { saveRule } from "@/lib/routing/save-rule";
import { ruleActSchema, ruleSchema, tickedOf } from "@/lib/routing/schema";

type Pair = { campaignId: string; ruleId: string };

const acts = {
  up: (actor: Actor, pair: Pair) => moveRule(actor, { ...pair, to: "up" }),
  down: (actor: Actor, pair: Pair) => moveRule(actor, { ...pair, to: "down" }),
  out: removeRule,
  undo: restoreRule,
};

export async function changeRulesAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(rulesPath(id));
    const [act, ruleId] = ruleActSchema.parse(Object.fromEntries(form)).act;
    await acts[act](actor, { campaignId: id, ruleId });
    revalidatePath(rulesPath(id));
  });
}

export async function addRuleAction(id: string, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(withQuery(`${rulesPath(id)}/new`, { kind: form.get("kind") }));
    await addRule(actor, id, ruleSchema.parse(fieldsOf(form)));
    redirect(rulesPath(id));
  });
}

export async function saveRuleAction(pair: Pair, _before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const path = rulesPath(pair.campaignId);
    await saveRule(await requireActor(`${path}/${pair.ruleId}`), pair, ruleSchema.parse(fieldsOf(form)));
    redirect(path);
  });
}

/** What a member looks for travels in the form's body; whoever is ticked there stays offered. */
export async function findChoicesAction(id: string, _before: SoughtChoices, form: FormData): Promise<SoughtChoices> {
  await allowed(requireOrigin());
  const actor = await requireActor(rulesPath(id));
  const values = z.record(z.string(), z.string()).parse(fieldsOf(form));
  const named = tickedOf(values);
  return { ...(await allowed(listRuleChoices(actor, id, { named, ...officeSearchSchema.parse(values) }))), values };
}

function rulesPath(id: string): string {
  return campaignPath(id, "recipients/rules");
}

/** The typed fields of a form, without what Next puts beside them. */
function fieldsOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith("$")));
}
