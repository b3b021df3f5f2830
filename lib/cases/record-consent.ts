import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { getOwnPerson } from "./find-own";
import type { ConsentInput } from "./schema";

/**
 * Records a consent for a person at risk, beside those there are. What it covers may be served from now on.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function recordConsent(actor: Actor, personId: string, input: ConsentInput): Promise<void> {
  await requireAccess(actor, "cases.edit");
  await db().$transaction(async (tx) => {
    const { organisationId } = await getOwnPerson(tx, actor, personId);
    const id = uuidv7();
    await tx.consent.create({ data: { id, organisationId, personId, ...input } });
    await recordEvent(actor, { action: "consent.recorded", subjectType: "consent", subjectId: id }, tx);
  });
}
