import { v7 as uuid } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { hashPassword } from "@/lib/accounts/password";
import { db } from "@/lib/db";
import type { Role } from "@/lib/generated/prisma/enums";

export const testPassword = "correct horse battery staple";

/** A member of an organisation with an account of its own, who signs in with `testPassword`. */
export async function makeMember(
  organisation: { id: string },
  { role = "owner", email }: { role?: Role; email?: string } = {},
): Promise<Actor & { email: string }> {
  const [accountId, memberId, organisationId] = [uuid(), uuid(), organisation.id];
  const address = email ?? `member-${accountId}@ngo.test`;
  const passwordHash = await hashPassword(testPassword);
  await db().account.create({ data: { id: accountId, email: address, name: "Amal Haddad", passwordHash } });
  await db().member.create({ data: { id: memberId, organisationId, accountId, role } });
  return { accountId, memberId, organisationId, role, email: address };
}

/** Ends a membership as removing a member will. */
export async function removeMember({ memberId }: Pick<Actor, "memberId">): Promise<void> {
  await db().member.update({ where: { id: memberId }, data: { removedAt: new Date() } });
}
