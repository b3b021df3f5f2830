import type { Actor } from "@/lib/accounts/access";
import { recordChange } from "@/lib/campaigns/record-change";
import type { Prisma } from "@/lib/generated/prisma/client";
import { contentOf } from "./sample-letter";

/**
 * Takes sample letters out of a draft, and notes what they said.
 * @returns how many
 */
export async function removeLetters(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { campaignId, revisionId }: { campaignId: string; revisionId: string },
  which: { language: string } | { version: string },
): Promise<number> {
  const where = { revisionId, ...which };
  const letters = await tx.sampleLetter.findMany({ where });
  await tx.sampleLetter.deleteMany({ where });
  for (const letter of letters) {
    const { language, version } = letter;
    const of = { campaignId, revisionId, part: "letter", language, version } as const;
    await recordChange(tx, actor, { ...of, before: contentOf(letter), after: null });
  }
  return letters.length;
}
