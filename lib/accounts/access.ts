import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Right, Role } from "@/lib/generated/prisma/enums";
import { checkSession } from "./check-session";
import { factorShape } from "./has-second-factor";
import { lacksSecondFactor } from "./lacks-second-factor";
import { rights } from "./schema";

/** What decides about an act: the role, and what an owner gave to or took from this member. */
export type Holder = { role: Role; granted?: readonly Right[]; taken?: readonly Right[] };

/** Who acts: a member of one organisation. Every verb of the desk takes one and checks it itself. */
export type Actor = Holder & {
  accountId: string;
  memberId: string;
  organisationId: string;
  /** Set for a member who has to enrol a second factor before anything else. */
  mustEnrol?: true;
};

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
  "received.open": ["owner", "campaigner"],
  "originals.open": ["owner", "campaigner"],
  "texts.edit": ["owner", "campaigner", "translator"],
  "cases.read": ["owner", "campaigner", "translator"],
  "cases.edit": ["owner", "campaigner"],
  "recipients.read": ["owner", "campaigner", "analyst", "translator"],
  "recipients.manage": ["owner", "campaigner"],
  "recipients.release": ["owner", "campaigner"],
  "recipients.export": ["owner", "campaigner"],
  "embassies.export": ["owner", "campaigner"],
  "letters.read": ["owner", "campaigner", "analyst"],
  "letters.release": ["owner", "campaigner"],
  "words.decide": ["owner", "campaigner"],
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
  "members.rights": ["owner"],
  "audit.read": ["owner"],
  "audit.export": ["owner"],
  "account.edit": ["owner", "campaigner", "analyst", "translator"],
  "account.secure": ["owner", "campaigner", "analyst", "translator"],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof allowed;

/** The rights an act needs; who lacks one of them may not, whatever the role. Every other act hangs on the role alone. */
export const rightsOf: Partial<Record<Act, readonly Right[]>> = {
  "campaigns.edit": ["manage"],
  "campaigns.publish": ["send"],
  "campaigns.approve": ["send"],
  "campaigns.stop": ["send"],
  "received.open": ["personal", "manage"],
  "originals.open": ["personal", "manage"],
  "texts.edit": ["manage"],
  "cases.edit": ["manage"],
  "recipients.manage": ["manage"],
  "recipients.release": ["manage", "send"],
  "recipients.export": ["manage", "export"],
  "embassies.export": ["manage", "export"],
  "letters.release": ["send"],
  "words.decide": ["personal", "send"],
  "signatures.open": ["personal"],
  "signatures.stop": ["personal"],
  "exports.make": ["export"],
  "exports.personal": ["export", "personal"],
  "outbox.read": ["personal"],
  "delivery.steer": ["send"],
  "audit.export": ["export"],
};

/** The rights that come with a role. */
export const roleRights: Record<Role, readonly Right[]> = {
  owner: ["personal", "manage", "send", "export"],
  campaigner: ["personal", "manage", "send", "export"],
  analyst: ["export"],
  translator: [],
};

/** The rights somebody has in the end. */
export function heldRights({ role, granted = [], taken = [] }: Holder): Right[] {
  return rights.filter(
    (right) => (roleRights[role].includes(right) || granted.includes(right)) && !taken.includes(right),
  );
}

/** The only act of those who have to enrol a second factor first. */
const whileEnrolling: Act = "account.secure";

/**
 * Whether somebody may do something; for showing or hiding the way to it. The verb decides. A right that was given lets
 * one do what a campaigner does by it; one that was taken closes its acts to every role.
 */
export function mayDo(who: Holder | Role, act: Act): boolean {
  const { role, granted = [], taken = [] } = typeof who === "string" ? { role: who } : who;
  const needed = rightsOf[act] ?? [];
  if (needed.some((right) => taken.includes(right))) return false;
  const roles: readonly Role[] = allowed[act];
  if (roles.includes(role)) return true;
  const holds = (right: Right) => granted.includes(right) || roleRights[role].includes(right);
  return roles.includes("campaigner") && needed.length > 0 && needed.every(holds);
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
    granted: member.granted,
    taken: member.taken,
    ...(lacksSecondFactor(member.organisation, session.account) && { mustEnrol: true }),
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
 * @throws Refusal("no-access") when the member was removed or may not do this; Refusal("second-factor-required") when the
 * organisation asks for a second factor and the member has none
 */
export async function requireAccess(actor: Actor, act: Act): Promise<void> {
  const { memberId, accountId, organisationId } = actor;
  const member = await db().member.findFirst({
    where: { id: memberId, accountId, organisationId, removedAt: null },
    select: {
      role: true,
      granted: true,
      taken: true,
      organisation: { select: { secondFactorRequiredAt: true } },
      account: { select: factorShape },
    },
  });
  if (!member || !mayDo(member, act)) throw new Refusal("no-access");
  if (act !== whileEnrolling && lacksSecondFactor(member.organisation, member.account)) {
    throw new Refusal("second-factor-required");
  }
}
