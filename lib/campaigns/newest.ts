import { db } from "@/lib/db";
import { type Appeal, findAppeal } from "./queries";

/** The newest appeal that follows this one, directly or by others, and that the public may see; null without one. */
export async function findNewest(campaignId: string): Promise<Appeal | null> {
  const [row] = await db().$queryRaw<{ slug: string }[]>`
    with recursive chain as (
      select id, 1 as depth from campaigns where follows_id = ${campaignId}::uuid
      union all
      select c.id, chain.depth + 1 from campaigns c join chain on c.follows_id = chain.id where chain.depth < 50
    )
    select c.slug from chain join campaigns c using (id)
    where c.state in ('live', 'paused', 'closed') and c.distribution in ('web', 'press') and c.published_at is not null
    order by chain.depth desc, c.published_at desc limit 1`;
  return row ? findAppeal(row.slug) : null;
}
