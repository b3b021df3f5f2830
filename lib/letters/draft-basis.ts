import { createHash } from "node:crypto";
import type { WritingWay } from "@/lib/generated/prisma/enums";

type Revision = { id: string; sampleLetters: { body: string }[] };

/**
 * What a draft that is kept on a device belongs to. Texts that were changed in a letter fit no other revision, language or way of
 * writing; nor do they when a name was taken out of the samples since.
 */
export function draftBasis({ id, sampleLetters }: Revision, bodyLanguage: string, writing: WritingWay): string {
  const bodies = sampleLetters.map(({ body }) => body).toSorted();
  const all = JSON.stringify([id, bodyLanguage, writing, bodies]);
  return createHash("sha256").update(all).digest("base64url").slice(0, 16);
}
