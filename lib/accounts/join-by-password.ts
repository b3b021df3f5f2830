import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { acceptInvitation, type Joined } from "./accept-invitation";
import { checkPassword } from "./check-password";
import { getInvitation } from "./invitation";

/**
 * Makes the account of an invited address a member, by its password: that somebody reads a mail is not enough to enter an
 * account that may see more than the invitation offers.
 * @param network where the guess comes from
 * @returns the account and its new membership
 * @throws Refusal("invitation-over"), Refusal("wrong-password"), Refusal("too-many-requests"),
 * Refusal("not-possible-now") when the address has no account
 */
export async function joinByPassword(token: string, password: string, network: string): Promise<Joined> {
  const invitation = await getInvitation(token);
  const { account } = invitation;
  if (!account) throw new Refusal("not-possible-now");
  const passwordHash = await checkPassword({ accountId: account.id, password, network });
  const memberId = await db().$transaction((tx) => acceptInvitation(tx, invitation, account.id));
  return { accountId: account.id, memberId, passwordHash };
}
