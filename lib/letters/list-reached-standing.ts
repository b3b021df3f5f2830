import { type Appeal, type AppealRecipient, listRecipientsOf } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { reachesFurther } from "@/lib/routing/reaches-further";
import type { Standing } from "./versions";

/** Who stands in a version by a rule alone: the first few of each version, and how many there are by its key. */
export type ReachedStanding = { shown: AppealRecipient[]; counts: Map<string, number> };

/** How many of a version are named: a rule may lead to the embassies of a country everywhere. */
const named = 3;

/**
 * The recipients of an appeal that stand in a version of its letter, are not attached to it, and that its rules lead to from
 * any country. Costs nothing where no rule reaches further.
 */
export async function listReachedStanding(appeal: Appeal): Promise<ReachedStanding> {
  const { rules, revision, recipients, organisationId, nature } = appeal;
  const further = revision.versionRecipients.filter((one) => !recipients.some(({ id }) => id === one.recipientId));
  if (further.length === 0 || !reachesFurther(rules)) return { shown: [], counts: new Map() };
  const embassies = { organisationId, represents: { in: rules.flatMap(({ represents }) => represents ?? []) } };
  const governments = rules.flatMap((rule) => (rule.kind === "own_government" ? rule.recipients : []));
  const rows = await db().recipient.findMany({
    where: {
      organisationId,
      doNotContactAt: null,
      id: { in: further.map(({ recipientId }) => recipientId) },
      OR: [{ embassies: { some: embassies } }, { id: { in: governments } }],
      ...(nature === "real" && { sample: false }),
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const reached = new Set(rows.map(({ id }) => id));
  const versions = Map.groupBy(
    further.filter(({ recipientId }) => reached.has(recipientId)),
    ({ key }) => key,
  );
  const shown = await listRecipientsOf([...versions.values()].flatMap(firstOf));
  return { shown, counts: new Map([...versions].map(([key, all]) => [key, all.length])) };
}

function firstOf(all: Standing[]): string[] {
  return all
    .map(({ recipientId }) => recipientId)
    .toSorted()
    .slice(0, named);
}
