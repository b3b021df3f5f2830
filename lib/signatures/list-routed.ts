import { type Appeal, type AppealRecipient, listRecipientsOf } from "@/lib/campaigns/queries";
import type { Route } from "@/lib/recipients/route";

/** The letters a draft will become and whom each goes to, in their order. @param routes as its submission keeps them */
export async function listRouted(
  appeal: Appeal,
  routes: unknown,
): Promise<{ recipient: AppealRecipient; route: Route }[]> {
  const kept = routes as Route[];
  const recipients = await listWrittenTo(
    appeal,
    kept.map(({ recipient }) => recipient),
  );
  return kept.flatMap((route) => {
    const recipient = recipients.find(({ id }) => id === route.recipient);
    return recipient ? [{ recipient, route }] : [];
  });
}

/** An appeal's recipients, and after them those of `ids` that are not, or no longer, attached to it. */
export async function listWrittenTo(appeal: Appeal, ids: string[]): Promise<AppealRecipient[]> {
  const present = appeal.recipients.map(({ id }) => id);
  const others = await listRecipientsOf(ids.filter((id) => !present.includes(id)));
  return [...appeal.recipients, ...others.map((one) => ({ ...one, letterLimit: appeal.reachedLimit }))];
}
