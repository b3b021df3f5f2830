import { type Act, type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { type Found, type Hit, type HitKind, hitKinds } from "./schema";
import { searchCampaigns } from "./search-campaigns";
import { searchCases } from "./search-cases";
import { searchRecipients } from "./search-recipients";

type Search = (actor: Actor, q: string, limit: number) => Promise<Hit[]>;

const searches: Record<HitKind, { act: Act; search: Search }> = {
  campaign: { act: "campaigns.read", search: searchCampaigns },
  case: { act: "cases.read", search: searchCases },
  recipient: { act: "recipients.read", search: searchRecipients },
};

/**
 * What the organisation has by these words, of the kinds the member's role may see.
 * @param most how many of each kind
 * @throws Refusal("no-access")
 */
export async function searchDesk(
  actor: Actor,
  { q, kinds = hitKinds, most }: { q: string; kinds?: readonly HitKind[]; most: number },
): Promise<Found> {
  await requireAccess(actor, "overview.read");
  const asked = kinds.filter((kind) => mayDo(actor, searches[kind].act));
  const found = await Promise.all(asked.map((kind) => searches[kind].search(actor, q, most + 1)));
  return {
    q,
    hits: found.flatMap((hits) => hits.slice(0, most)),
    more: asked.filter((_kind, at) => (found[at]?.length ?? 0) > most),
  };
}
