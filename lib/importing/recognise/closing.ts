import { startsHigh } from "./holder";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { lexicons } from "./words";

// French, Italian and Spanish letters close with a sentence.
const longestSentence = 260;

/** Whether a line is the closing of a letter: "Sincerely,", "Veuillez agréer, Monsieur le Ministre, …". */
export function isClosing({ text, tokens, bullet }: ScannedLine): boolean {
  if (bullet && bullet !== "-") return false;
  const hit = matchAt(lexicons.closings, tokens, 0);
  if (!hit || text.length > longestSentence) return false;
  const rest = tokens.length - hit.to;
  if (rest === 0) return true;
  if (rest < 5 && /^[,،，]\s/.test(text.slice(tokens[hit.to - 1]?.end)) && tokens.slice(hit.to).every(startsHigh))
    return true;
  if (/^[,:،，]?\s*$/.test(text.slice(tokens[hit.to - 1]?.end)) || rest <= 2) return hit.to > 1 || /[,،，]$/.test(text);
  return hit.to > 1 && /[,.]$/.test(text) && isFormula(tokens.map(({ word }) => word));
}

const formal = new Set(
  "consideracion consideration consideration agreer croire salutations respect respects sentiments hochachtung gradire saluti cumprimentos consideracao estima esteem regards assurance assurances expression".split(
    " ",
  ),
);

function isFormula(words: readonly string[]): boolean {
  return words.some((word) => formal.has(word));
}
