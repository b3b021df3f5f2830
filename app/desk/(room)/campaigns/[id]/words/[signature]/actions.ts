"use server";

import { redirect } from "next/navigation";
import { campaignPath } from "@/app/desk/(room)/campaigns/[id]/load";
import { requireActor, requireOrigin } from "@/app/desk/actor";
import { type FormState, formState } from "@/lib/forms";
import { askWriter } from "@/lib/letters/ask-writer";
import { refuseWords } from "@/lib/letters/refuse-words";
import { releaseWords } from "@/lib/letters/release-words";
import { decisionSchema } from "@/lib/letters/schema";

const verbs = { release: releaseWords, ask: askWriter, refuse: refuseWords };

export async function decideAction(_before: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    await requireOrigin();
    const { decision, note, ...of } = decisionSchema.parse(Object.fromEntries(form));
    const list = campaignPath(of.campaign, "words");
    const actor = await requireActor(`${list}/${of.signature}`);
    await verbs[decision](actor, of, note);
    redirect(list);
  });
}
