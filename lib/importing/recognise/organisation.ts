import { isCaseless } from "./caseless-name";
import { remembering } from "./remember";
import { matchAll, matchAt } from "./lexicon";
import { officeIn, startsHigh } from "./holder";
import { tokensOf, type Token } from "./tokens";
import { lexicons } from "./words";

const inner =
  /^(?:of|for|the|and|de|du|des|la|les|le|el|los|las|del|y|et|pour|para|por|fur|der|die|und|di|della|per|e|da|do|dos|das|dei|degli|delle|dell|nos|nas|im|vom|zum|zur|aux|au|in|against|contra|contre|gegen|contro|to|on|without|sans|sin|a|i|ai|il|lo|gli|l|d|s|v)$/;

/** Whether a line, or a stretch of it, names an organisation that could write an appeal. */
export const isOrganisation = remembering((text): boolean => {
  const tokens = tokensOf(text);
  if (tokens.length === 0 || tokens.length > 14 || text.length > 120 || /[?!]$|\d{3}/.test(text)) return false;
  if (officeIn(tokens) || /\burgent\b/i.test(text)) return false;
  const named = bodyIn(tokens) || /\([A-Z][A-Za-z]{1,9}\)/.test(text);
  const low = tokens.filter((token) => !startsHigh(token) && !inner.test(token.word) && !/^\d/.test(token.word));
  return named && startsHigh(tokens[0]) && low.length <= (tokens.length > 3 ? 1 : 0);
});

/** A word for a body: in Arabic the first, in Korean and Chinese the end of the last. */
function bodyIn(tokens: readonly Token[]): boolean {
  const hits = matchAll(lexicons.bodies, tokens);
  if (!isCaseless(tokens[0])) return hits.length > 0;
  const [first, last] = [tokens[0]?.text ?? "", tokens.at(-1)?.text ?? ""];
  if (/^\p{sc=Arabic}/u.test(first)) return tokens.length < 9 && hits[0]?.from === 0;
  return (
    tokens.length < 20 && (hits.some(({ to }) => to === tokens.length) || (tokens.length < 5 && korean.test(last)))
  );
}

const korean = /.(?:모임|연대|센터|협회|연합|재단|네트워크|위원회|단체|본부|포럼|행동|인권운동)$/u;

/** The name that begins at a token: words with capitals and what joins them, and a short form in brackets. */
export function organisationAt(text: string, tokens: readonly Token[], from: number): string | null {
  let at = from;
  while (/^(?:the|la|el|le|il|der|die|den)$/.test(tokens[at]?.word ?? "") && at < from + 1) at++;
  const first = at;
  let last = at;
  for (; at < tokens.length && at - first < 14; at++) {
    const between = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    if (at > first && !/^(?:[\s'’&-]{1,3}|\s?\(|'s\s)$/.test(between)) break;
    const token = tokens[at];
    if (!token || (!startsHigh(token) && !inner.test(token.word) && !isBetween(tokens, at))) break;
    if (startsHigh(token)) last = at + 1;
    if (/^[)]/.test(text.slice(token.end))) break;
  }
  if (last === first || !startsHigh(tokens[first])) return null;
  const end = tokens[last - 1]?.end ?? 0;
  const name = text.slice(tokens[first]?.start, end + (text[end] === ")" ? 1 : 0));
  return isPlain(name, tokens.slice(first, last)) ? name : null;
}

/** "Bund für freie Lieder": a small word that belongs to the name. */
function isBetween(tokens: readonly Token[], at: number): boolean {
  return /^(?:fur|for|pour|per|por|para)$/.test(tokens[at - 1]?.word ?? "") && startsHigh(tokens[at + 1]);
}

/** No office, no month, no lone first word of a sentence. */
function isPlain(name: string, tokens: readonly Token[]): boolean {
  if (matchAt(lexicons.offices, tokens, 0) || matchAt(lexicons.honorifics, tokens, 0)) return false;
  return name.length > 2 && !/^(?:you|please|this|it|we|i|us|all|our)\b/i.test(name);
}
