import { v7 as uuidv7 } from "uuid";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Copies all that a revision says into another one: its texts, its letters, and which recipients get which of them. */
export async function copyWords(
  tx: Prisma.TransactionClient,
  { from, to: revisionId }: { from: string; to: string },
): Promise<void> {
  const of = { where: { revisionId: from } };
  const texts = await tx.appealText.findMany(of);
  const letters = await tx.sampleLetter.findMany(of);
  const versions = await tx.letterVersion.findMany(of);
  const standing = await tx.versionRecipient.findMany(of);
  await tx.appealText.createMany({ data: texts.map((text) => ({ ...text, revisionId })) });
  await tx.sampleLetter.createMany({ data: letters.map((letter) => ({ ...letter, id: uuidv7(), revisionId })) });
  await tx.letterVersion.createMany({ data: versions.map((version) => ({ ...version, revisionId })) });
  await tx.versionRecipient.createMany({ data: standing.map((one) => ({ ...one, revisionId })) });
}
