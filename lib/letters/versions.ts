import { inLanguage } from "@/lib/campaigns/queries";
import { fingerprint } from "@/lib/fingerprint";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import { matchLanguage } from "@/lib/languages/match";

/** The key of the letter to all who stand in no version of their own. */
export const everybody = "";

/** In which version each recipient of a revision stands. */
export type Standing = { recipientId: string; key: string };

/** The key of the version a recipient stands in. */
export function versionOf(standing: Standing[], recipientId: string): string {
  return standing.find((one) => one.recipientId === recipientId)?.key ?? everybody;
}

/** The mark of a version as it is stored: its name, and who stands in it. */
export function versionMark(name: string, standing: Standing[], key: string): string {
  const here = standing.filter((one) => one.key === key).map(({ recipientId }) => recipientId);
  return fingerprint([name, here.toSorted()]);
}

/** The sample letters to all who stand in no version. */
export function toEverybody<T extends { version: string }>(samples: T[]): T[] {
  return samples.filter(({ version }) => version === everybody);
}

type Wanted = { version: string; language: string; fallback: string };

/** The sample letter of a version; where it has none in this language, the one to everybody stands in. */
export function pickSample<T extends { version: string; language: string }>(samples: T[], wanted: Wanted): T {
  const { version, language, fallback } = wanted;
  const own = samples.filter((one) => one.version === version);
  const code = matchLanguage(
    language,
    own.map((one) => one.language),
  );
  return own.find((one) => one.language === code) ?? inLanguage(toEverybody(samples), language, fallback);
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

/**
 * Under which key a writer's text of a sample letter is kept: by its version, and by its language where it is another one than
 * that of the text to everybody they wrote. The key of that text is the one to `everybody`.
 */
export function textKey({ version, language }: { version: string; language: string }, bodyLanguage: string): string {
  return language === bodyLanguage ? version : `${version}:${language}`;
}

/**
 * What a writer typed: `body` is the text to everybody in `bodyLanguage`, `bodies` are those of other sheets by their keys;
 * `writing` says which of them count.
 */
export type Bodies = { body: string; bodies: Record<string, string>; bodyLanguage: string; writing: WritingWay };

/**
 * What one writer sends as the body of a sample letter: each sheet has a text of its own that they may have changed. Who only
 * adds a paragraph sends it as it is, and what is all one's own goes to everybody.
 */
export function bodyOf(
  { body, bodies, bodyLanguage, writing }: Bodies,
  sample: { version: string; language: string; body: string },
): string {
  if (writing === "paragraph") return sample.body;
  if (writing === "own") return body;
  const key = textKey(sample, bodyLanguage);
  return key === everybody ? body : (bodies[key] ?? sample.body);
}
