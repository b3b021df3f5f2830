"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import type { Actor } from "@/lib/accounts/access";
import { withQuery } from "@/lib/accounts/return-path";
import { type FormState, formState, seenIn } from "@/lib/forms";
import type { Sought } from "@/components/desk/office-search";
import { officeSearchSchema } from "@/lib/recipients/schema";
import { addRule } from "@/lib/routing/add-rule";
import { moveRule } from "@/lib/routing/move-rule";
import { listRuleChoices, type RuleChoices } from "@/lib/routing/queries";
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
  if (form.has("search")) return search(id, form);
  return formState(form, async () => {
    await requireOrigin();
    const actor = await requireActor(withQuery(`${rulesPath(id)}/new`, { kind: form.get("kind") }));
    await addRule(actor, id, ruleSchema.parse(fieldsOf(form)));
    redirect(rulesPath(id));
  });
}

export async function saveRuleAction(pair: Pair, _before: FormState, form: FormData): Promise<FormState> {
  if (form.has("search")) return search(pair.campaignId, form);
  const state = await formState(form, async () => {
    await requireOrigin();
    const path = rulesPath(pair.campaignId);
    const actor = await requireActor(`${path}/${pair.ruleId}`);
    await saveRule(actor, { ...pair, seen: seenIn(form) }, ruleSchema.parse(fieldsOf(form)));
    redirect(path);
  });
  // Also after a refusal: who has compared and saves again knows of the newer state.
  refresh();
  return state;
}

/** What a member looks for travels in the form's body; whoever is ticked there stays offered. */
export async function findChoicesAction(id: string, _before: RuleChoices, form: FormData): Promise<RuleChoices> {
  await allowed(requireOrigin());
  const actor = await requireActor(rulesPath(id));
  const values = valuesOf(form);
  const named = tickedOf(values);
  return allowed(listRuleChoices(actor, id, { named, ...officeSearchSchema.parse(values) }));
}

/** The same without script: the form as it was typed, and what was found. */
async function search(id: string, form: FormData): Promise<Sought<RuleChoices>> {
  const none = { q: "", offered: [], shown: 0, total: 0 };
  return { values: valuesOf(form), found: await findChoicesAction(id, none, form) };
}

function valuesOf(form: FormData): Record<string, string> {
  return z.record(z.string(), z.string()).parse(fieldsOf(form));
}

function rulesPath(id: string): string {
  return campaignPath(id, "recipients/rules");
}

/** The typed fields of a form, without what Next puts beside them. */
function fieldsOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith("$")));
}
