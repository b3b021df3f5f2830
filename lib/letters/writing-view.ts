import type { Appeal } from "@/lib/campaigns/queries";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import type { Typed } from "@/lib/signatures/schema";
import { openLines } from "./open-lines";

type Sample = { opening: string; body: string; closing: string; requests: string[]; facts: string[] };

/**
 * What the form shows by how the letters of a campaign are written. A text that is only added to is the sample whatever was typed;
 * one's own begins with an empty sheet, goes to everybody, and has the requests and facts as a list.
 */
export function writingView(appeal: Pick<Appeal, "writing">, typed: Typed, sample: Sample) {
  const writing = (typed.writing as WritingWay | undefined) ?? appeal.writing;
  const shown = { writing, example: sample.body, checklist: openLines(sample) };
  if (writing === "paragraph") return { ...shown, body: sample.body };
  if (writing === "own") return { ...shown, body: typed.body ?? "", ownWords: "", to: [], versions: [] };
  return shown;
}
