import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { acceptInvitation, type Joined } from "./accept-invitation";
import { getInvitation } from "./invitation";
import { hashPassword } from "./password";
import type { JoinAsNewInput } from "./schema";

/**
 * Makes an account for an invited address, and makes it a member. Whoever holds the link has read that address's mail.
 * @returns the account and its new membership
 * @throws Refusal("invitation-over"), Refusal("not-possible-now") when the address has an account by now
 */
export async function joinAsNew(token: string, { name, password }: JoinAsNewInput): Promise<Joined> {
  const invitation = await getInvitation(token);
  const { email, account } = invitation;
  if (account) throw new Refusal("not-possible-now");
  const passwordHash = await hashPassword(password);
  const id = uuid();
  const memberId = await db().$transaction(async (tx) => {
    const { count } = await tx.account.createMany({ data: { id, email, name, passwordHash }, skipDuplicates: true });
    if (count === 0) throw new Refusal("not-possible-now");
    return acceptInvitation(tx, invitation, id);
  });
  return { accountId: id, memberId, passwordHash };
}
