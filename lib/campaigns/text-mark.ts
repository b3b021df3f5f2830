import { markOf } from "./mark-of";
import type { AppealWords } from "./schema";

/** An appeal's words in one language, without where they stand. */
export type TextWords = Omit<AppealWords, "language" | "seen">;

/** The mark of an appeal's words in one language, whichever revision they stand in. */
export function textMark(words: TextWords): string {
  return markOf(textWords(words));
}

export function textWords({ title, request, summary, body, notice, writeHint }: TextWords): TextWords {
  return { title, request, summary, body, notice, writeHint };
}
