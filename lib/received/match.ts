import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { findEarlier, type Earlier } from "./earlier";
import { openOwn } from "./find-own";
import { findTwins, type Twin } from "./twins";

/** What the organisation has already of what a received appeal speaks of. */
export type Matches = {
  /** By the row of a recipient: who of the library it may be, the likeliest first. */
  recipients: Record<string, Twin[]>;
  /** Campaigns it may go on from. */
  earlier: Earlier[];
};

/**
 * Holds an open received appeal against the organisation's library and its earlier campaigns.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open
 */
export async function matchReceived(actor: Actor, id: string): Promise<Matches> {
  await requireAccess(actor, "received.open");
  const { content } = await openOwn(actor, id);
  const [recipients, earlier] = await Promise.all([
    findTwins(db(), actor, content.fields),
    findEarlier(db(), actor, content.fields),
  ]);
  return { recipients, earlier };
}
