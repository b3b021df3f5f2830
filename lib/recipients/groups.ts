import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";

export type GroupLine = { id: string; name: string; count: number };

/**
 * The organisation's groups of recipients by name, and how many are in each.
 * @throws Refusal("no-access")
 */
export async function listGroups(actor: Actor): Promise<GroupLine[]> {
  await requireAccess(actor, "recipients.read");
  const rows = await db().recipientGroup.findMany({
    where: { organisationId: actor.organisationId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, _count: { select: { members: true } } },
  });
  return rows.map(({ id, name, _count }) => ({ id, name, count: _count.members }));
}
