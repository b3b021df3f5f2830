import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { normaliseEmail } from "@/lib/privacy/email-keys";
import { tellAccount } from "./account-event";
import { forgetSecondFactor } from "./forget-second-factor";

/**
 * Takes the second factor off an account, for whoever runs the installation: the way in for a last owner. Every session of
 * it ends, each organisation finds it in its audit log, and whose account it is is told.
 * @throws Refusal("not-found") for an unknown e-mail; Refusal("not-possible-now") when there is no second factor
 */
export async function resetByOperator(email: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const account = await tx.account.findUnique({
      where: { email: normaliseEmail(email) },
      select: { id: true, members: { where: { removedAt: null }, select: { id: true, organisationId: true } } },
    });
    if (!account) throw new Refusal("not-found", "Nobody signs in with this e-mail.");
    await forgetSecondFactor(tx, account.id, null);
    await tellAccount(tx, account.id, "remove-second-factor");
    await tx.auditEvent.createMany({
      data: account.members.map(({ id, organisationId }) => ({
        id: uuid(),
        organisationId,
        action: "members.reset-second-factor",
        subjectType: "member",
        subjectId: id,
      })),
    });
  });
}
