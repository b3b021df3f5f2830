import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { normaliseEmail } from "@/lib/privacy/email-keys";
import { recordAccountEvent, tellAccount } from "./account-event";
import { forgetCodeDay } from "./code-limits.sql";
import { lockOrganisation, refuseLastOwner } from "./lock-members";
import { hashPassword } from "./password";
import type { NewMember } from "./schema";

/** What came of it: the organisation's name, and whether it, the account or the membership is new. */
export type AddedMember = {
  organisation: string;
  newOrganisation: boolean;
  newAccount: boolean;
  newMember: boolean;
};

/**
 * Makes somebody a member, or gives a member another role. The password is theirs from now on: for an e-mail that could
 * sign in before it replaces the old one, ends every session and the shutting out of codes, and is told of. An owner may be named for an organisation that does not
 * exist yet: it is made.
 * @throws Refusal("not-found") when it is not clear which organisation is meant; the message lists what there is;
 *   Refusal("last-owner")
 */
export async function addMember(input: NewMember & { password: string }): Promise<AddedMember> {
  const passwordHash = await hashPassword(input.password);
  const { changed, ...added } = await db().$transaction(async (tx) => {
    const { id: organisationId, name, isNew } = await findOrMakeOrganisation(tx, input);
    await lockOrganisation(tx, organisationId);
    const { accountId, isNew: newAccount } = await keepAccount(tx, input, passwordHash);
    const before = await tx.member.findFirst({ where: { organisationId, accountId, removedAt: null } });
    if (before?.role === "owner" && input.role !== "owner") {
      await refuseLastOwner(tx, { id: before.id, organisationId });
    }
    const { id: memberId } = await tx.member.upsert({
      where: { organisationId_accountId: { organisationId, accountId } },
      create: { id: uuid(), organisationId, accountId, role: input.role },
      update: { role: input.role, ...(!before && { removedAt: null, granted: [], taken: [] }) },
    });
    if (before?.role !== input.role) {
      const entry = before
        ? { action: "members.change-role", reason: `${before.role} to ${input.role}` }
        : { action: "members.add", reason: input.role };
      // By whoever runs the installation: no account.
      const event = { id: uuid(), organisationId, subjectType: "member", subjectId: memberId, ...entry };
      await tx.auditEvent.create({ data: event });
    }
    return { changed: accountId, organisation: name, newOrganisation: isNew, newAccount, newMember: !before };
  });
  await forgetCodeDay(changed);
  return added;
}

async function keepAccount(tx: Prisma.TransactionClient, { email: typed, name }: NewMember, passwordHash: string) {
  const email = normaliseEmail(typed);
  const known = await tx.account.findUnique({ where: { email }, select: { id: true } });
  if (known) {
    await tx.account.update({ where: { id: known.id }, data: { passwordHash, name } });
    await tx.session.updateMany({ where: { accountId: known.id, endedAt: null }, data: { endedAt: new Date() } });
    // By whoever runs the installation: no account.
    await recordAccountEvent(tx, known.id, "change-password", null);
    await tellAccount(tx, known.id, "change-password");
    return { accountId: known.id, isNew: false };
  }
  const made = await tx.account.create({ data: { id: uuid(), email, name: name ?? email, passwordHash } });
  return { accountId: made.id, isNew: true };
}

async function findOrMakeOrganisation(tx: Prisma.TransactionClient, { organisation, role }: NewMember) {
  const all = await tx.organisation.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
  const found = organisation ? all.filter((one) => one.name === organisation) : all;
  const [only] = found;
  if (only && found.length === 1) return { ...only, isNew: false };
  if (found.length > 1 || role !== "owner") throw new Refusal("not-found", whichOrganisation(all));
  const made = { id: uuid(), name: organisation ?? "Our organisation" };
  await tx.organisation.create({ data: made });
  return { ...made, isNew: true };
}

function whichOrganisation(all: { name: string }[]): string {
  if (all.length === 0) return "There is no organisation yet. The first member has to be an owner: --role owner";
  return `Say which organisation with --organisation: ${all.map(({ name }) => `“${name}”`).join(", ")}`;
}
