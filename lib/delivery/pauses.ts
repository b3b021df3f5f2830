import { type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { PauseCause, PauseScope } from "@/lib/generated/prisma/enums";
import { campaignTitles, recipientNames } from "./names";
import { steers } from "./steers";

/** A pause that is in force, with what it is of and who made it, as far as the organisation knows them. */
export type OpenPause = {
  id: string;
  scope: PauseScope;
  cause: PauseCause;
  subjectId: string | null;
  /** The campaign's title, the recipient's short name, or the lane. */
  subject: string | null;
  reason: string;
  madeBy: string | null;
  /** ISO 8601 */
  since: string;
  /** Whether the member who asks may end it. */
  mine: boolean;
};

/**
 * The pauses in force for the actor's organisation, the widest first.
 * @throws Refusal("no-access")
 */
export async function listPauses(actor: Actor): Promise<OpenPause[]> {
  await requireAccess(actor, "delivery.read");
  const { organisationId } = actor;
  const rows = await db().pause.findMany({
    where: { endedAt: null, OR: [{ organisationId }, { scope: "installation" }] },
    orderBy: [{ scope: "asc" }, { createdAt: "asc" }],
  });
  if (rows.length === 0) return [];
  const of = (scope: PauseScope) => rows.flatMap((row) => (row.scope === scope && row.subjectId) || []);
  const [titles, names, makers] = await Promise.all([
    campaignTitles(of("campaign")),
    recipientNames(of("recipient")),
    memberNames(
      organisationId,
      rows.flatMap(({ madeBy }) => madeBy ?? []),
    ),
  ]);
  return rows.map(({ id, scope, cause, subjectId, lane, reason, madeBy, createdAt }) => ({
    id,
    scope,
    cause,
    subjectId,
    subject: lane ?? titles.get(subjectId ?? "") ?? names.get(subjectId ?? "") ?? null,
    reason,
    madeBy: makers.get(madeBy ?? "") ?? null,
    since: createdAt.toISOString(),
    mine: mayDo(actor, steers(scope)),
  }));
}

/** Also of those who are no longer members. Others may pause the whole installation; who they are is not told. */
async function memberNames(organisationId: string, ids: string[]): Promise<Map<string, string>> {
  const where = { organisationId, accountId: { in: ids } };
  const rows = await db().member.findMany({ where, select: { account: { select: { id: true, name: true } } } });
  return new Map(rows.map(({ account }) => [account.id, account.name]));
}
