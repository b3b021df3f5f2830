import { type Appeal, type AppealRecipient, listRecipientsOf } from "@/lib/campaigns/queries";
import type { Route } from "@/lib/recipients/route";

/** A letter a draft will become: whom it goes to, and the language it leaves in. */
export type Routed = { recipient: AppealRecipient; language: string; route: Route };

/** The letters a draft will become, in their order. @param draft `routes` as its submission keeps them */
export async function listRouted(
  appeal: Appeal,
  { routes, letterLanguage }: { routes: unknown; letterLanguage: string },
): Promise<Routed[]> {
  const kept = routes as Route[];
  const recipients = await listWrittenTo(
    appeal,
    kept.map(({ recipient }) => recipient),
  );
  return kept.flatMap((route) => {
    const recipient = recipients.find(({ id }) => id === route.recipient);
    return recipient ? [{ recipient, route, language: route.language ?? letterLanguage }] : [];
  });
}

/** An appeal's recipients, and after them those of `ids` that are not, or no longer, attached to it. */
export async function listWrittenTo(appeal: Appeal, ids: string[]): Promise<AppealRecipient[]> {
  const present = appeal.recipients.map(({ id }) => id);
  const others = await listRecipientsOf(ids.filter((id) => !present.includes(id)));
  return [...appeal.recipients, ...others.map((one) => ({ ...one, letterLimit: appeal.reachedLimit }))];
}
