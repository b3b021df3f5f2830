import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { getOpenInvitation } from "./get-open-invitation";
import { refuseMember } from "./invite-member";
import { lockMembers } from "./lock-members";
import { sendInvitation } from "./send-invitation";

/**
 * Sends an invitation that was not accepted yet once more, also one that is too old: it works for seven days from now.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that was accepted or withdrawn,
 * Refusal("already-member"), Refusal("too-many-requests")
 */
export async function resendInvitation(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "members.manage");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockMembers(tx, actor);
    const { email } = await getOpenInvitation(tx, { id, organisationId });
    await refuseMember(tx, { organisationId, email });
    await sendInvitation(tx, actor, id);
  });
}
