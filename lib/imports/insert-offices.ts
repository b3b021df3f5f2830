import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { markOf } from "./mark";
import type { PlannedRow, ReadOffice } from "./plan-rows";

type Tx = Prisma.TransactionClient;
type Groups = Map<string, string>;
type New = ReadOffice & { id: string };

/** The groups of these names; those that are not there are made. */
export async function groupIds(
  tx: Tx,
  { organisationId }: Actor,
  names: string[],
): Promise<{ ids: Groups; made: string[] }> {
  const wanted = [...new Set(names)];
  const groups = wanted.map((name) => ({ id: uuidv7(), organisationId, name }));
  const made = await tx.recipientGroup.createManyAndReturn({
    data: groups,
    skipDuplicates: true,
    select: { id: true },
  });
  const where = { organisationId, name: { in: wanted } };
  const rows = await tx.recipientGroup.findMany({ where, select: { id: true, name: true } });
  return { ids: new Map(rows.map(({ id, name }) => [name, id])), made: made.map(({ id }) => id) };
}

/**
 * Makes the recipients of a batch, each kind of row in one statement.
 * @returns the mark of each by its id
 */
export async function insertOffices(
  tx: Tx,
  actor: Actor,
  { importId, groups }: { importId: string; groups: Groups },
  planned: PlannedRow[],
): Promise<Map<string, string>> {
  const { organisationId, accountId } = actor;
  const offices = planned.flatMap(({ outcome, recipientId, office }): New[] =>
    outcome === "made" && recipientId && office ? [{ ...office, id: recipientId }] : [],
  );
  const each = <T>(rows: (office: New) => T[]) => offices.flatMap(rows);
  await tx.recipient.createMany({
    data: offices.map(({ id, tags, office: { country, language, timeZone } }) => ({
      id,
      organisationId,
      country,
      language,
      timeZone,
      tags,
    })),
  });
  await tx.recipientText.createMany({
    data: each(({ id, office }) => office.texts.map((text) => ({ recipientId: id, organisationId, ...text }))),
  });
  const approvedAt = new Date();
  await tx.holder.createMany({
    data: offices.map(({ id, office: { holder } }) => ({
      id: uuidv7(),
      organisationId,
      recipientId: id,
      approvedAt,
      name: holder.name,
      status: holder.status,
    })),
  });
  await tx.address.createMany({
    data: each(({ id, office }) =>
      office.addresses.map((address, position) => ({
        id: uuidv7(),
        organisationId,
        recipientId: id,
        position,
        ...address,
      })),
    ),
  });
  await tx.recipientGroupMember.createMany({
    data: each(({ id, groups: names }) =>
      idsOf(groups, names).map((groupId) => ({ groupId, recipientId: id, organisationId })),
    ),
  });
  await tx.auditEvent.createMany({
    data: offices.map(({ id }) => ({
      id: uuidv7(),
      organisationId,
      accountId,
      subjectId: id,
      reason: importId,
      action: "recipient.added",
      subjectType: "recipient",
    })),
  });
  return new Map(offices.map((office) => [office.id, newMark(office, groups)]));
}

export function idsOf(groups: Groups, names: string[]): string[] {
  return names.flatMap((name) => groups.get(name) ?? []);
}

function newMark({ office, tags, groups: names }: New, groups: Groups): string {
  return markOf({
    ...office,
    holders: [office.holder],
    tags,
    groups: idsOf(groups, names).map((groupId) => ({ groupId })),
    doNotContactAt: null,
  });
}
