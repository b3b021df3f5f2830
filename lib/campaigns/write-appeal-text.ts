import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { recordChange } from "./record-change";
import { type TextWords, textWords } from "./text-mark";

type Where = { campaignId: string; revisionId: string; language: string; broughtBackId?: string };

/** Writes an appeal's words in one language into a draft, and notes what stood there; a text that is not there is made. */
export async function writeAppealText(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { campaignId, revisionId, language, broughtBackId }: Where,
  words: TextWords,
): Promise<void> {
  const { organisationId } = actor;
  const key = { revisionId_language: { revisionId, language } };
  const row = await tx.appealText.findUnique({ where: key });
  const create = { revisionId, organisationId, language, ...words };
  await tx.appealText.upsert({ where: key, create, update: words });
  const before = row && textWords(row);
  const back = broughtBackId ? { broughtBackId } : {};
  await recordChange(tx, actor, { campaignId, revisionId, part: "text", language, before, after: words, ...back });
}
