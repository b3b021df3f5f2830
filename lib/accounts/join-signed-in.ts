import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { acceptInvitation } from "./accept-invitation";
import { checkSession } from "./check-session";
import { getInvitation } from "./invitation";

/**
 * Makes who is signed in with an invited address a member, and goes on there.
 * @throws Refusal("invitation-over"), Refusal("no-access") when the session is over or that of another address
 */
export async function joinSignedIn(token: string, sessionId: string | null): Promise<void> {
  const invitation = await getInvitation(token);
  const session = sessionId ? await checkSession(sessionId) : null;
  const accountId = invitation.account?.id;
  if (!accountId || session?.account.id !== accountId) throw new Refusal("no-access");
  await db().$transaction(async (tx) => {
    const memberId = await acceptInvitation(tx, invitation, accountId);
    await tx.session.update({ where: { id: session.id }, data: { memberId } });
  });
}
