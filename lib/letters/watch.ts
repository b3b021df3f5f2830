import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fingerprint } from "@/lib/fingerprint";

/** What a campaign watches in its letters, and the mark that a save brings back. */
export type LetterWatch = {
  doNotMention: string[];
  refuseMissing: boolean;
  recipients: { id: string; short: string; limit: number | null }[];
  seen: string;
};

/** @throws Refusal("no-access"), Refusal("not-found") */
export async function getLetterWatch(actor: Actor, campaignId: string): Promise<LetterWatch> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const row = validate(campaignId) ? await db().campaign.findFirst({ where, select: shape }) : null;
  if (!row) throw new Refusal("not-found");
  const { doNotMention, refuseMissing, defaultLanguage } = row;
  const recipients = row.recipients.map(({ letterLimit: limit, recipient: { id, texts } }) => ({
    id,
    short: texts.length > 0 ? inLanguage(texts, defaultLanguage, defaultLanguage).short : id,
    limit,
  }));
  return { doNotMention, refuseMissing, recipients, seen: watchMark({ doNotMention, refuseMissing }) };
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
  recipients: {
    orderBy: { position: "asc" },
    select: {
      letterLimit: true,
      recipient: { select: { id: true, texts: { select: { language: true, short: true } } } },
    },
  },
} as const;
