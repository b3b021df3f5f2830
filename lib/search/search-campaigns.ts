import { type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { titleOf, titleShape } from "@/lib/campaigns/title";
import { db } from "@/lib/db";
import { loadMessages } from "@/lib/messages";
import { holding } from "./pattern";
import type { Hit } from "./schema";

/**
 * The organisation's campaigns, newest first, that have or had these words in a title, or have them in their address; also
 * in the title of their case, for those who may read cases.
 * @throws Refusal("no-access")
 */
export async function searchCampaigns(actor: Actor, q: string, limit: number): Promise<Hit[]> {
  await requireAccess(actor, "campaigns.read");
  const words = holding(q);
  const rows = await db().campaign.findMany({
    where: {
      organisationId: actor.organisationId,
      OR: [
        { slug: words },
        { revisions: { some: { texts: { some: { title: words } } } } },
        ...(mayDo(actor, "cases.read") ? [{ case: { title: words } }] : []),
      ],
    },
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true, state: true, ...titleShape },
  });
  const states = loadMessages("en").desk.campaignStates;
  return rows.map(({ id, state, ...titled }) => ({
    kind: "campaign",
    id,
    title: titleOf(titled),
    note: states[state],
    href: `/desk/campaigns/${id}`,
  }));
}
