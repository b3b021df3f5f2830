import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Role } from "@/lib/generated/prisma/enums";
import { checkSession } from "./check-session";

/** Who acts: a member of one organisation. Every verb of the desk takes one and checks it itself. */
export type Actor = { accountId: string; memberId: string; organisationId: string; role: Role };

/** What may be done in the desk, and by which roles. Captured mail and letters name their signers: not for everybody. */
export const allowed = {
  "overview.read": ["owner", "campaigner", "analyst", "translator"],
  "campaigns.read": ["owner", "campaigner", "analyst", "translator"],
  "campaigns.edit": ["owner", "campaigner"],
  "campaigns.publish": ["owner", "campaigner"],
  "campaigns.approve": ["owner", "campaigner"],
  "campaigns.stop": ["owner", "campaigner"],
  "tasks.read": ["owner", "campaigner"],
  "tasks.finish": ["owner", "campaigner"],
  "texts.edit": ["owner", "campaigner", "translator"],
  "cases.read": ["owner", "campaigner", "translator"],
  "cases.edit": ["owner", "campaigner"],
  "recipients.read": ["owner", "campaigner", "analyst", "translator"],
  "recipients.manage": ["owner", "campaigner"],
  "letters.read": ["owner", "campaigner", "analyst"],
  "letters.release": ["owner", "campaigner"],
  "signatures.read": ["owner", "campaigner", "analyst"],
  "signatures.open": ["owner", "campaigner"],
  "signatures.stop": ["owner", "campaigner"],
  "exports.make": ["owner", "campaigner", "analyst"],
  "exports.personal": ["owner", "campaigner"],
  "outbox.read": ["owner", "campaigner"],
  "delivery.read": ["owner", "campaigner", "analyst"],
  "delivery.steer": ["owner", "campaigner"],
  "delivery.stop": ["owner"],
  "members.read": ["owner", "campaigner", "analyst", "translator"],
  "members.manage": ["owner"],
  "organisation.edit": ["owner"],
  "account.edit": ["owner", "campaigner", "analyst", "translator"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof allowed;

/** Whether a role may do something; for showing or hiding the way to it. The verb decides. */
export function mayDo(role: Role, act: Act): boolean {
  return (allowed[act] as readonly Role[]).includes(role);
}

/**
 * The member behind a session, or null when the session is over or the account is not, or no longer, a member there.
 * @param organisationId which of the account's organisations; without it the one this session chose, else the one it joined
 * first
 */
export async function findMember(sessionId: string | null, organisationId?: string): Promise<Actor | null> {
  const session = sessionId ? await checkSession(sessionId) : null;
  const members = session?.account.members ?? [];
  const member = organisationId
    ? members.find((one) => one.organisationId === organisationId)
    : (members.find(({ id }) => id === session?.memberId) ?? members[0]);
  if (!session || !member) return null;
  return {
    accountId: session.account.id,
    memberId: member.id,
    organisationId: member.organisationId,
    role: member.role,
  };
}

/** @throws Refusal("no-access") where `findMember` finds nobody */
export async function requireMember(sessionId: string | null, organisationId?: string): Promise<Actor> {
  const actor = await findMember(sessionId, organisationId);
  if (!actor) throw new Refusal("no-access");
  return actor;
}

/**
 * The first line of every verb of the desk. Reads the member again: what a page knew a moment ago may be over.
 * @throws Refusal("no-access") when the member was removed or its role may not do this
 */
export async function requireAccess(actor: Actor, act: Act): Promise<void> {
  const { memberId, accountId, organisationId } = actor;
  const member = await db().member.findFirst({
    where: { id: memberId, accountId, organisationId, removedAt: null },
    select: { role: true },
  });
  if (!member || !mayDo(member.role, act)) throw new Refusal("no-access");
}
