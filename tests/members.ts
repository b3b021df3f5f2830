import { generateSecret, generateSync } from "otplib";
import { v7 as uuid } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { hashPassword } from "@/lib/accounts/password";
import { sealSecret } from "@/lib/accounts/totp";
import { makeToken } from "@/lib/privacy/links";
import { db } from "@/lib/db";
import type { Invitation } from "@/lib/generated/prisma/client";
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
  return { accountId, memberId, organisationId, role, granted: [], taken: [], email: address };
}

/**
 * Gives an account an authenticator app.
 * @param confirmedAt null for one that is only begun
 * @returns what the app shows, now or some steps of 30 seconds away
 */
export async function makeTotp(
  accountId: string,
  confirmedAt: Date | null = new Date(),
): Promise<(steps?: number) => string> {
  const secret = generateSecret();
  const row = { sealedSecret: sealSecret(accountId, secret), confirmedAt, freshUntil: new Date(Date.now() + 60_000) };
  await db().totp.upsert({ where: { accountId }, create: { accountId, ...row }, update: { ...row, lastStep: 0 } });
  return (steps = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}

/** A session in which password and second factor were given again just now. @returns its id */
export async function makeProvenSession(accountId: string): Promise<string> {
  const id = uuid();
  const soon = new Date(Date.now() + 60_000);
  await db().session.create({ data: { id, accountId, expiresAt: soon, provenUntil: soon } });
  return id;
}

/** Ends a membership as removing a member will. */
export async function removeMember({ memberId }: Pick<Actor, "memberId">): Promise<void> {
  await db().member.update({ where: { id: memberId }, data: { removedAt: new Date() } });
}

/** An invitation that works for a minute, as if a former member had sent it, and the token of its link. */
export async function makeInvitation(
  organisation: { id: string },
  values: Partial<Invitation> = {},
): Promise<Invitation & { token: string }> {
  const id = uuid();
  const row = await db().invitation.create({
    data: {
      id,
      organisationId: organisation.id,
      email: `invited-${id}@ngo.test`,
      role: "analyst",
      invitedBy: uuid(),
      expiresAt: new Date(Date.now() + 60_000),
      ...values,
    },
  });
  return { ...row, token: makeToken("join", row.id) };
}
