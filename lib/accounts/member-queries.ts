import { db } from "@/lib/db";
import type { Right, Role } from "@/lib/generated/prisma/enums";
import { type Actor, heldRights, requireAccess } from "./access";
import { hasSecondFactor } from "./has-second-factor";
import { getMemberRow, listMemberRows, type MemberRow } from "./member-row";

/** A member as the desk lists them. `seenAt` is when any session of theirs was last used: exact to a minute. */
export type DeskMember = {
  id: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  seenAt: Date | null;
  rights: Right[];
  secondFactor: boolean;
  /** Whether this is who asks. */
  self: boolean;
};

/** An invitation that nobody accepted yet. `over` when it is too old to be accepted. */
export type DeskInvitation = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string | null;
  expiresAt: Date;
  over: boolean;
};

/**
 * The members of the actor's organisation, those who joined first before the others.
 * @throws Refusal("no-access")
 */
export async function listMembers(actor: Actor): Promise<DeskMember[]> {
  await requireAccess(actor, "members.read");
  const rows = await listMemberRows(actor.organisationId);
  const seen = await lastSeen(rows);
  return rows.map((row) => asDeskMember(actor, row, seen));
}

/**
 * One member for an owner to change, and whether nobody else owns the organisation.
 * @throws Refusal("no-access"), Refusal("not-found") also for somebody who was removed
 */
export async function getMember(actor: Actor, id: string): Promise<DeskMember & { lastOwner: boolean }> {
  await requireAccess(actor, "members.manage");
  const { organisationId } = actor;
  const row = await getMemberRow(db(), { id, organisationId });
  const owners = await db().member.count({ where: { organisationId, role: "owner", removedAt: null } });
  return { ...asDeskMember(actor, row, await lastSeen([row])), lastOwner: row.role === "owner" && owners === 1 };
}

/**
 * The open invitations of the actor's organisation, newest first, with the name of who invited.
 * @throws Refusal("no-access")
 */
export async function listInvitations(actor: Actor): Promise<DeskInvitation[]> {
  await requireAccess(actor, "members.read");
  const { organisationId } = actor;
  const rows = await db().invitation.findMany({
    where: { organisationId, acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, email: true, role: true, invitedBy: true, expiresAt: true },
  });
  const inviters = await db().member.findMany({
    where: { organisationId, id: { in: rows.map(({ invitedBy }) => invitedBy) } },
    select: { id: true, account: { select: { name: true } } },
  });
  const names = new Map(inviters.map(({ id, account }) => [id, account.name]));
  const now = new Date();
  return rows.map(({ invitedBy, ...row }) => ({
    ...row,
    invitedBy: names.get(invitedBy) ?? null,
    over: row.expiresAt <= now,
  }));
}

function asDeskMember(actor: Actor, row: MemberRow, seen: Map<string, Date>): DeskMember {
  const { id, role, account } = row;
  const { name, email } = account;
  return {
    id,
    name,
    email,
    role,
    since: row.createdAt,
    seenAt: seen.get(account.id) ?? null,
    rights: heldRights(row),
    secondFactor: hasSecondFactor(account),
    self: id === actor.memberId,
  };
}

/** When each account was last seen, by its id. */
async function lastSeen(rows: MemberRow[]): Promise<Map<string, Date>> {
  const found = await db().session.groupBy({
    by: ["accountId"],
    where: { accountId: { in: rows.map(({ account }) => account.id) } },
    _max: { lastSeenAt: true },
  });
  return new Map(found.flatMap(({ accountId, _max: { lastSeenAt } }) => (lastSeenAt ? [[accountId, lastSeenAt]] : [])));
}
