import { readName } from "./holder";
import { matchAll } from "./lexicon";
import { nameBehind } from "./mention-names";
import type { ScannedLine } from "./scan";
import { sentenceStart } from "./sentence";
import { lexicons } from "./words";

/** Names before "was arrested", also with what is told of them between ("X, a lawyer, was taken …"), and behind "the arrest of". */
export function seizedIn({ text, tokens }: Pick<ScannedLine, "text" | "tokens">): string[] {
  const before = matchAll(lexicons.seized, tokens).flatMap(({ from }) => {
    const start = tokens[from]?.start ?? 0;
    return text
      .slice(Math.max(sentenceStart(text, start), start - 300), start)
      .split(divider)
      .flatMap(nameAtEnd);
  });
  const behind = matchAll(lexicons.seizing, tokens).flatMap(
    ({ to }) => nameBehind(text, tokens, to, false)?.name ?? [],
  );
  return [...before, ...behind];
}

const divider = /[,;:()–—]|\s(?:and|y|e|et|und|when|while|after|that|as|que|quando|cuando|quand|dass|con|with)\s/;
const run = /(?:(?:\p{Lu}[\p{L}\p{M}'’*-]{0,30}|al|el|bin|ibn|bint|de|da|dos|del|van|von|der)\s){1,6}$/u;
const hangul =
  /(?:^|\s)(\p{Script=Hangul}{2,4})\s?(?:씨|님|기자|변호사|교수|목사|활동가)(?=\p{Script=Hangul}{0,2}(?:\s|$))/u;

/** The longest name that a piece of a sentence ends with. */
function nameAtEnd(piece: string): string[] {
  const korean = hangul.exec(piece)?.[1];
  if (korean) return [korean];
  const words = run.exec(`${piece.trim()} `)?.[0].replaceAll("*", "").trim().split(" ") ?? [];
  for (let from = 0; from < words.length - 1; from++) {
    const name = /^\p{Lu}/u.test(words[from] ?? "") ? readName(words.slice(from).join(" ")) : null;
    if (name && !opening.test(words[from] ?? "")) return [name];
  }
  return [];
}

// Words with a capital only because a sentence begins with them, and trades.
const opening =
  /^(?:on|in|at|the|a|an|after|since|when|last|this|both|two|three|four|five|el|la|los|las|le|les|un|una|une|der|die|das|am|im|o|os|as|il|lo|gli|student|students|teacher|lawyer|journalist|activist|monk|nun|poet|writer|doctor|nurse|farmer|leader|blogger|prisoner|singer|editor|human|rights|defender|trade|unionist|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|abogado|abogada|periodista|avocat|avocate|journaliste)$/i;
