import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { countryName } from "@/lib/format";
import { holding } from "./pattern";
import type { Hit } from "./schema";

/**
 * The organisation's cases, newest first, that have these words in their title or in a public name, a name in the original
 * script or an alias of a person at risk. Who may read cases sees those names in their list anyway; what is found tells the
 * case alone, and what was looked for is kept nowhere.
 * @throws Refusal("no-access")
 */
export async function searchCases(actor: Actor, q: string, limit: number): Promise<Hit[]> {
  await requireAccess(actor, "cases.read");
  const { organisationId } = actor;
  const words = holding(q);
  const aliased = await db().$queryRaw<{ caseId: string }[]>`
    select distinct case_id as "caseId" from persons_at_risk
    where organisation_id = ${organisationId}::uuid
      and exists (select from unnest(aliases) alias where alias ilike ${`%${words.contains}%`})`;
  const rows = await db().case.findMany({
    where: {
      organisationId,
      OR: [
        { title: words },
        { persons: { some: { OR: [{ publicName: words }, { originalScript: words }] } } },
        { id: { in: aliased.map(({ caseId }) => caseId) } },
      ],
    },
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true, title: true, country: true },
  });
  return rows.map(({ id, title, country }) => ({
    kind: "case",
    id,
    title,
    note: countryName(country, "en"),
    href: `/desk/cases/${id}`,
  }));
}
