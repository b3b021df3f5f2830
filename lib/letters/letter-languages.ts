import { type Actor, requireAccess } from "@/lib/accounts/access";
import { getEdition } from "@/lib/campaigns/edition";
import { toEverybody } from "./versions";

/**
 * The languages the newest letter of a campaign is written in.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listLetterLanguages(actor: Actor, campaignId: string): Promise<string[]> {
  await requireAccess(actor, "texts.edit");
  const edition = await getEdition(actor, campaignId);
  return toEverybody(edition?.sampleLetters ?? []).map(({ language }) => language);
}
