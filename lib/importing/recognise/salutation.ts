import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { lexicons } from "./words";

/** How much a line looks like the salutation of a letter, from 0 (not at all) to 5. */
export function weighSalutation(line: ScannedLine): number {
  const { text, tokens } = line;
  if (line.bullet && line.bullet !== "-") return 0;
  if (text.length > 110 || tokens.length === 0 || /[.?。؟？]$/.test(text.replace(/\.{2,}$|_+$/, "")))
    return weighKorean(text);
  const hit = matchAt(lexicons.salutations, tokens, 0);
  if (!hit) return weighKorean(text);
  if (isGreeting(line)) return 0;
  const rest = tokens.length - hit.to;
  const title = matchAt(lexicons.honorifics, tokens, 0)?.to === hit.to;
  const ends = /[,:;!：，،؛]\s*["”]?$/.test(text);
  if (rest > 10 || (!ends && (title || rest > 7)) || /[:：].*\S.*[:：]/.test(text)) return 0;
  return (title ? 1 : 3) + (ends ? 2 : 0);
}

/** "Dear friends", "Chers amis": spoken to the readers, not to a recipient. */
export function isGreeting({ text, tokens }: ScannedLine): boolean {
  if (text.length > 110) return false;
  const from = matchAt(lexicons.salutations, tokens, 0)?.to ?? 0;
  const greeted = [from, from + 1, 0, 1].some((at) => at < 3 + from && matchAt(lexicons.greetings, tokens, at));
  return greeted && tokens.length - from <= 8;
}

/** "… 장관 귀하", "… 대통령님께": in Korean the address to somebody stands at the end. */
function weighKorean(text: string): number {
  return /^.{2,40}(?:귀하|각하|님께|께)[,:.]?$/u.test(text) && /\p{Script=Hangul}/u.test(text) ? 4 : 0;
}
