import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { recordChange } from "@/lib/campaigns/record-change";
import type { Prisma } from "@/lib/generated/prisma/client";
import { contentOf, type LetterContent } from "./sample-letter";

type Where = { campaignId: string; revisionId: string; language: string; version: string; broughtBackId?: string };

/** Writes a sample letter into a draft, and notes what stood there; one that is not there is made. */
export async function writeSampleLetter(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { campaignId, revisionId, language, version, broughtBackId }: Where,
  content: LetterContent,
): Promise<void> {
  const { organisationId } = actor;
  const key = { revisionId_language_version: { revisionId, language, version } };
  const row = await tx.sampleLetter.findUnique({ where: key });
  await tx.sampleLetter.upsert({
    where: key,
    create: { id: uuidv7(), organisationId, revisionId, language, version, ...content },
    update: content,
  });
  const before = row && contentOf(row);
  const back = broughtBackId ? { broughtBackId } : {};
  const of = { campaignId, revisionId, part: "letter", language, version } as const;
  await recordChange(tx, actor, { ...of, before, after: content, ...back });
  const entry = { action: "letter.saved", subjectType: "campaign", subjectId: campaignId, reason: language };
  await recordEvent(actor, entry, tx);
}
