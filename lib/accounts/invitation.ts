import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Role } from "@/lib/generated/prisma/enums";
import { readToken } from "@/lib/privacy/links";

/** What an invitation offers, and to whom. */
export type Invitation = {
  id: string;
  organisationId: string;
  organisation: string;
  role: Role;
  email: string;
  /** The account with that address, if there is one. */
  account: { id: string } | null;
};

/**
 * The invitation behind a link, as long as it can be accepted.
 * @throws Refusal("invitation-over") when it was accepted, withdrawn or is too old; also for a link that is not ours
 */
export async function getInvitation(token: string): Promise<Invitation> {
  const id = readToken("join", token);
  const found = id && (await db().invitation.findFirst({ where: { id, ...openNow() }, select: shape }));
  if (!found) throw new Refusal("invitation-over");
  const { organisation, ...invitation } = found;
  const account = await db().account.findUnique({ where: { email: invitation.email }, select: { id: true } });
  return { ...invitation, organisation: organisation.name, account };
}

const shape = {
  id: true,
  organisationId: true,
  role: true,
  email: true,
  organisation: { select: { name: true } },
} as const;

/** What an invitation that can be accepted fulfils. */
export function openNow() {
  return { acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
}
