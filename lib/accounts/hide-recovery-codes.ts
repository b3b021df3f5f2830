import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";

/**
 * The member has kept the codes: they are not shown again.
 * @throws Refusal("no-access")
 */
export async function hideRecoveryCodes(actor: Actor): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await db().freshCodes.deleteMany({ where: { accountId } });
}
