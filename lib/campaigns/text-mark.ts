import { fingerprint } from "./fingerprint";
import type { AppealWords } from "./schema";

type Words = Omit<AppealWords, "language" | "seen">;

/** The mark of an appeal's words in one language, whichever revision they stand in. */
export function textMark({ title, request, summary, body, notice, writeHint }: Words): string {
  return fingerprint({ title, request, summary, body, notice, writeHint });
}
