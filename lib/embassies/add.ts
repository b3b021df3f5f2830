import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { fieldError } from "@/lib/forms";
import type { EmbassyInput } from "./schema";
import { writeEmbassies } from "./write-embassies";

/**
 * Adds an embassy and the recipient behind it.
 * @returns its id
 * @throws Refusal("no-access"); ZodError where the organisation has one of this country in this host
 */
export async function addEmbassy(actor: Actor, input: EmbassyInput): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  const id = uuidv7();
  await db().$transaction(async (tx) => {
    if (!(await writeEmbassies(tx, actor, [{ id, sample: false, input }]))) throw fieldError("host", "taken");
    await recordEvent(actor, { action: "embassy.added", subjectType: "embassy", subjectId: id }, tx);
  });
  return id;
}
