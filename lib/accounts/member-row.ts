import { validate } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { factorShape } from "./has-second-factor";

const shape = {
  id: true,
  role: true,
  granted: true,
  taken: true,
  createdAt: true,
  account: { select: { id: true, name: true, email: true, ...factorShape } },
} satisfies Prisma.MemberSelect;

export type MemberRow = Prisma.MemberGetPayload<{ select: typeof shape }>;

type Of = { id: string; organisationId: string };

/**
 * One member of an organisation, as long as they are one.
 * @throws Refusal("not-found"), also for a member of another organisation or one who was removed
 */
export async function getMemberRow(tx: Prisma.TransactionClient, { id, organisationId }: Of): Promise<MemberRow> {
  const where = { id, organisationId, removedAt: null };
  const found = validate(id) ? await tx.member.findFirst({ where, select: shape }) : null;
  if (!found) throw new Refusal("not-found");
  return found;
}

/** The members of an organisation, those who joined first before the others. */
export async function listMemberRows(organisationId: string): Promise<MemberRow[]> {
  return db().member.findMany({
    where: { organisationId, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: shape,
  });
}
