import type { Appeal } from "@/lib/campaigns/queries";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import { direction } from "@/lib/locales";
import type { Typed } from "@/lib/signatures/schema";
import { openLines } from "./open-lines";
import { readableSample } from "./readable-sample";

/** How the letter of a form is written: as its draft was, else as the campaign says now. */
export function writingOf(typed: Typed, appeal: Pick<Appeal, "writing">): WritingWay {
  return (typed.writing as WritingWay | undefined) ?? appeal.writing;
}

/**
 * What a form shows by how its letter is written. One's own words begin with an empty sheet, go to everybody, and have what they
 * should say as a list that their writer can read.
 * @param sample the text that is edited or added to
 */
export function writingView(appeal: Appeal, locale: string, typed: Typed, sample: { body: string }) {
  const writing = writingOf(typed, appeal);
  const readable = readableSample(appeal, locale);
  const { language, body } = writing === "own" ? readable : { ...sample, language: readable.language };
  const checklist = { ...openLines(readable), language, dir: direction(language) };
  const shown = { writing, example: body, checklist };
  return writing === "own" ? { ...shown, body: typed.body ?? "", ownWords: "", to: [], versions: [] } : shown;
}
