import { validate } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { recordAccountEvent } from "./account-event";

/**
 * Ends one session of the actor's account.
 * @throws Refusal("no-access"), Refusal("not-found") for one that is over or somebody else's
 */
export async function endOwnSession(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "account.edit");
  const { accountId } = actor;
  if (!validate(id)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id, accountId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (count === 0) throw new Refusal("not-found");
    await recordAccountEvent(tx, accountId, "end-session");
  });
}
