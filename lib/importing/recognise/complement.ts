import { startsHigh } from "./holder";
import { matchAt } from "./lexicon";
import type { Token } from "./tokens";
import { lexicons } from "./words";

const leads = /^(?:of|for|to|de|del|do|da|du|des|d|di|della|dell|der|fur|pour|para|per|von)$/;
const stops =
  /^(?:at|by|in|on|to|who|asking|urging|with|via|calling|and|or|is|was|has|will|about|from|please|that|which|as|y|et|und|e|que|qui|lui|leur|demander|exiger|pedirle|pedir|solicitar|exigir|chiedere|a|au|en|por|mit|per|using|through)$/;

/** "… of the sea and the rivers of Samoa": the end of what belongs to the office. */
export function complement(text: string, tokens: readonly Token[], from: number): number {
  let at = from;
  while (leads.test(tokens[at]?.word ?? "") && joined(text, tokens, at)) {
    const to = phrase(text, tokens, at + 1, tokens[at]?.word === "to");
    if (to === at + 1) return at;
    at = to;
    const more = tokens[at]?.word === "and" && startsHigh(tokens[at + 1]) && joined(text, tokens, at);
    if (more && !matchAt(lexicons.offices, tokens, at + 1)) at = phrase(text, tokens, at + 1, true);
  }
  return at;
}

function phrase(text: string, tokens: readonly Token[], from: number, high: boolean): number {
  let at = from;
  while (at < tokens.length && at - from < 7 && joined(text, tokens, at)) {
    const token = tokens[at];
    if (!token || leads.test(token.word) || isUntil(tokens, at)) break;
    const article = /^(?:the|la|el|le|les|los|las|l|il|lo|o|os)$/.test(token.word);
    if (!startsHigh(token) && !article && !isOn(tokens, at) && (high || stops.test(token.word) || at - from > 3)) break;
    if (at > from && startsHigh(token) && matchAt(lexicons.honorifics, tokens, at) && !/^(?:justice)$/.test(token.word))
      break;
    at++;
  }
  return at;
}

/** "… before 30 June": the day until when to write is no part of an office. */
function isUntil(tokens: readonly Token[], at: number): boolean {
  return untils.test(tokens[at]?.word ?? "") && tokens.slice(at + 1, at + 4).some(({ word }) => /^\d/.test(word));
}

const untils = /^(?:before|until|till|by|antes|hasta|avant|jusqu|vor|bis|ate|prima|entro|fino)$/;

/** "Commission on Human Rights", and not "on Monday". */
function isOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.word === "on" && bodies.test(tokens[at - 1]?.word ?? "") && startsHigh(next);
}

const bodies = /^(?:commission|committee|council|rapporteur|group|office)$/;

/** Only a space or an apostrophe stands before a token. */
export function joined(text: string, tokens: readonly Token[], at: number): boolean {
  return /^[\s'’-]{0,2}$/.test(text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0));
}
