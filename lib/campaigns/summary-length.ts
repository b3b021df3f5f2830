import type { AppealText } from "@/lib/generated/prisma/client";
import { listUnits } from "@/lib/letters/passages";
import type { Finding } from "./blockers";

/** In words: shorter, and nobody knows what it is about; longer, and those in a hurry leave. */
const [fewest, most] = [80, 150];

/** The summaries that are too short, or too long, for what everybody reads before anything else: each in its language. */
export function findSummaryLengths(texts: Pick<AppealText, "language" | "summary">[]): Finding[] {
  return texts.flatMap(({ language, summary }) => {
    const words = countWords(summary);
    if (words === 0 || (words >= fewest && words <= most)) return [];
    const code = words < fewest ? "summary-short" : "summary-long";
    return [{ code, weight: "advice", room: "page", language }];
  });
}

/** Of scripts without spaces two signs count as a word. */
function countWords(text: string): number {
  return listUnits(text).reduce((sum, { weight }) => sum + weight, 0) / 2;
}
