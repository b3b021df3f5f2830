import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Distribution } from "@/lib/generated/prisma/enums";
import { getAppealOf } from "./queries";
import { textLanguages } from "./text-content";
import { textOf } from "./text-of";

/** A campaign as text to pass on, in one of the languages it is there in. */
export type ForwardText = {
  text: string;
  language: string;
  languages: string[];
  slug: string;
  /** Offices whose letters have words of their own, which the text does not carry. */
  ownLetters: string[];
  /** Whether any of it was ever published. */
  published: boolean;
  distribution: Distribution | null;
};

/**
 * Writes a campaign of the actor's organisation as plain text, to be forwarded by mail: its newest published revision, or
 * what there is of it so far. At its top it says if nobody should write, and if it is not for everybody's eyes.
 * @param language one the campaign does not have counts as its own
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function forwardCampaign(actor: Actor, campaignId: string, language: string): Promise<ForwardText> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  const revisions = validate(campaignId)
    ? await db().revision.findMany({
        where: { campaignId, organisationId },
        orderBy: { number: "desc" },
        select: { id: true, publishedAt: true },
      })
    : [];
  const revision = revisions.find(({ publishedAt }) => publishedAt) ?? revisions[0];
  if (!revision) throw new Refusal("not-found");
  const appeal = await getAppealOf({ campaignId, revisionId: revision.id });
  const languages = textLanguages(appeal);
  const chosen = languages.includes(language) ? language : appeal.defaultLanguage;
  const { slug, publishedAt } = appeal;
  return {
    ...(await textOf(appeal, chosen, "members")),
    language: chosen,
    languages,
    slug,
    published: publishedAt !== null,
  };
}
