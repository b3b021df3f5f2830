import { inLanguage } from "@/lib/campaigns/queries";
import type { WritingWay } from "@/lib/generated/prisma/enums";

/** The key of the letter to all who stand in no version of their own. */
export const everybody = "";

/** In which version each recipient of a revision stands. */
export type Standing = { recipientId: string; key: string };

/** The key of the version a recipient stands in. */
export function versionOf(standing: Standing[], recipientId: string): string {
  return standing.find((one) => one.recipientId === recipientId)?.key ?? everybody;
}

/** The sample letters to all who stand in no version. */
export function toEverybody<T extends { version: string }>(samples: T[]): T[] {
  return samples.filter(({ version }) => version === everybody);
}

type Wanted = { version: string; language: string; fallback: string };

/** The sample letter of a version; where it has none in this language, the one to everybody stands in. */
export function pickSample<T extends { version: string; language: string }>(samples: T[], wanted: Wanted): T {
  const { version, language, fallback } = wanted;
  const own = samples.find((one) => one.version === version && one.language === language);
  return own ?? inLanguage(toEverybody(samples), language, fallback);
}

/**
 * The subject one writer's letters carry: one of all there are, always the same for the same submission, so that the check
 * page, each try and the report agree.
 * @param seed the id of the submission (UUID v4, so its first digits are random)
 */
export function subjectOf({ subject, subjects }: { subject: string; subjects: string[] }, seed: string): string {
  const all = [subject, ...subjects];
  return all[Number.parseInt(seed.slice(0, 8), 16) % all.length] ?? subject;
}

/** The texts of one writer; `writing` says which of them count. */
export type WrittenBodies = { body: string; bodies: Record<string, string>; writing: WritingWay };

/**
 * What one writer sends as the body of a sample letter: each version has a text of its own that they may have changed. Who only
 * adds a paragraph sends it as it is, and what is all one's own goes to everybody.
 */
export function bodyOf({ body, bodies, writing }: WrittenBodies, sample: { version: string; body: string }): string {
  if (writing === "paragraph") return sample.body;
  if (writing === "own") return body;
  return sample.version === everybody ? body : (bodies[sample.version] ?? sample.body);
}
