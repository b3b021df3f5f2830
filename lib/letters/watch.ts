import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fingerprint } from "@/lib/fingerprint";
import { reachesFurther } from "@/lib/routing/reaches-further";

/** What a campaign watches in its letters, and the mark that a save brings back. */
export type LetterWatch = {
  doNotMention: string[];
  refuseMissing: boolean;
  recipients: { id: string; short: string; limit: number | null }[];
  /** For those that rules alone reach; missing where no rule does. */
  reached?: { limit: number | null };
  seen: string;
};

/** @throws Refusal("no-access"), Refusal("not-found") */
export async function getLetterWatch(actor: Actor, campaignId: string): Promise<LetterWatch> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const row = validate(campaignId) ? await db().campaign.findFirst({ where, select: shape }) : null;
  if (!row) throw new Refusal("not-found");
  const { doNotMention, refuseMissing, defaultLanguage, rules, reachedLimit } = row;
  const recipients = row.recipients.map(({ letterLimit: limit, recipient: { id, texts } }) => ({
    id,
    short: texts.length > 0 ? inLanguage(texts, defaultLanguage, defaultLanguage).short : id,
    limit,
  }));
  const seen = watchMark({ doNotMention, refuseMissing });
  const reached = reachesFurther(rules) ? { reached: { limit: reachedLimit } } : {};
  return { doNotMention, refuseMissing, recipients, seen, ...reached };
}

/** The mark of what is watched as it is stored. */
export function watchMark({
  doNotMention,
  refuseMissing,
}: Pick<LetterWatch, "doNotMention" | "refuseMissing">): string {
  return fingerprint([doNotMention, refuseMissing]);
}

const shape = {
  doNotMention: true,
  refuseMissing: true,
  defaultLanguage: true,
  reachedLimit: true,
  rules: { where: { removedAt: null }, select: { kind: true } },
  recipients: {
    orderBy: { position: "asc" },
    select: {
      letterLimit: true,
      recipient: { select: { id: true, texts: { select: { language: true, short: true } } } },
    },
  },
} as const;
