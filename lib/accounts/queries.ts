import { db } from "@/lib/db";
import type { Actor } from "./access";
import { hasOwner } from "./first-owner";

/** The names the desk shows in its rail: whose desk it is, and who sits at it. */
export async function getDeskNames(actor: Actor): Promise<{ organisation: string; member: string }> {
  const { memberId: id, organisationId } = actor;
  const member = await db().member.findFirstOrThrow({
    where: { id, organisationId },
    select: { organisation: { select: { name: true } }, account: { select: { name: true } } },
  });
  return { organisation: member.organisation.name, member: member.account.name };
}

/** Whether this installation has an owner, or still waits for its set-up link to be opened. */
export async function isSetUp(): Promise<boolean> {
  return hasOwner(db());
}
