import { findPlaces } from "./countries";
import { complement, joined } from "./complement";
import { officeIn, startsHigh } from "./holder";
import { matchAt } from "./lexicon";
import { nameBefore, nameBehind } from "./mention-names";
import type { Token } from "./tokens";
import { lexicons } from "./words";

/** An office that a sentence speaks of, with who holds it; `to`: where the mention ends. `asked`: letters are to go there. */
export type Mention = {
  name: string | null;
  office: string | null;
  organisation: string | null;
  start: number;
  end: number;
  asked: boolean;
  /** "with a copy to …". */
  copy: boolean;
  /** The country of the town it sits in, where one is named: "the High Commissioner of Malawi in London". */
  host: string | null;
};

/** Every office named in a sentence, and every embassy that no office stands before. */
export function findMentions(text: string, tokens: readonly Token[]): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const mention = officeAt(text, tokens, at) ?? bodyAt(text, tokens, at);
    if (mention) found.push(mention);
    const next = mention ? tokens.findIndex(({ start }) => start >= mention.end) : at + 1;
    at = next < 0 ? tokens.length : Math.max(at + 1, next);
  }
  return found;
}

function officeAt(text: string, tokens: readonly Token[], at: number): Mention | null {
  const hit = officeIn(tokens.slice(at, at + 1 + lookAhead), 0) ? matchAt(lexicons.offices, tokens, at) : null;
  if (!hit || !isMeant(text, tokens, at)) return null;
  return named(text, tokens, withAdjective(tokens, at), hit.to, complement(text, tokens, hit.to));
}

/** "the Peruvian embassy in London": a mission that letters go to. */
function bodyAt(text: string, tokens: readonly Token[], at: number): Mention | null {
  if (!missions.test(tokens[at]?.word ?? "")) return null;
  const from = withAdjective(tokens, at);
  if (!isAsked(tokens, from)) return null;
  const to = placed(text, tokens, complement(text, tokens, at + 1));
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const organisation = text.slice(start, end);
  return { name: null, office: null, organisation, start, end, asked: false, copy: isCopied(tokens, from), host: null };
}

const missions = /^(?:embassy|consulate|embajada|ambassade|botschaft|embaixada|ambasciata)$/;

function isCopied(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 4), at);
  return before.some(({ word }) => /^(?:copy|copies|copia|copias|copie|kopie|kopien|cc|copias)$/.test(word));
}

const lookAhead = 4;

/** Not "your president's", not a plural, and with a capital, an article, or a name before it. */
function isMeant(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (startsHigh(tokens[at])) return true;
  if (/^(?:the|el|la|le|al|il|o|a|der|die|den|du|do|to)$/.test(before?.word ?? "")) return true;
  const between = text.slice(before?.end ?? 0, tokens[at]?.start ?? 0);
  return startsHigh(before) && /^(?:,\s?|\s)$/.test(between);
}

/** "the Chinese ambassador", "United Nations High Commissioner". */
function withAdjective(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && at - from < 3) {
    const place = findPlaces(tokens.slice(from - 1, from))[0];
    if (!place && !matchAt(lexicons.organisations, tokens.slice(Math.max(0, from - 2), from), 0)) break;
    from--;
  }
  return from;
}

function named(text: string, tokens: readonly Token[], from: number, hit: number, to: number): Mention {
  const start = tokens[from]?.start ?? 0;
  const officeEnd = tokens[to - 1]?.end ?? 0;
  const behind = nameBehind(text, tokens, to, hit === to);
  const before = behind ? null : nameBefore(text, tokens, from);
  const end = behind?.end ?? officeEnd;
  const place = organisationBehind(text, tokens, end);
  return {
    name: behind?.name ?? before?.name ?? null,
    office: text.slice(start, officeEnd).replace(/\s+/g, " "),
    organisation: place?.text ?? null,
    start: before?.start ?? start,
    end: place?.end ?? end,
    copy: isCopied(tokens, from),
    host: hostAt(text, tokens, end),
    asked: isAsked(
      tokens,
      tokens.findIndex((token) => token.start >= (before?.start ?? start)),
    ),
  };
}

/** "… at the Thai embassy in Oslo". */
function organisationBehind(text: string, tokens: readonly Token[], end: number): { text: string; end: number } | null {
  const from = tokens.findIndex(({ start }) => start >= end);
  if (from < 0 || !/^(?:at|in|of|bei|en|a|presso|na|no)$/.test(tokens[from]?.word ?? "")) return null;
  for (let at = from + 1; at < from + 6 && at < tokens.length && joined(text, tokens, at); at++) {
    const hit = matchAt(lexicons.organisations, tokens, at);
    if (!hit) continue;
    const to = placed(text, tokens, complement(text, tokens, hit.to));
    const start = tokens[from + 1]?.word === "the" ? from + 2 : from + 1;
    return { text: text.slice(tokens[start]?.start, tokens[to - 1]?.end), end: tokens[to - 1]?.end ?? end };
  }
  return null;
}

function hostAt(text: string, tokens: readonly Token[], end: number): string | null {
  const at = tokens.findIndex(({ start }) => start >= end);
  if (at < 0 || !/^(?:in|en|a|à)$/.test(tokens[at]?.word ?? "") || !joined(text, tokens, at)) return null;
  const [place] = findPlaces(tokens.slice(at + 1, at + 5));
  return place?.from === 0 ? place.country : null;
}

function placed(text: string, tokens: readonly Token[], at: number): number {
  return /^(?:in|en|a|à)$/.test(tokens[at]?.word ?? "") &&
    joined(text, tokens, at) &&
    findPlaces(tokens.slice(at + 1, at + 4))[0]?.from === 0
    ? at + 1 + (findPlaces(tokens.slice(at + 1, at + 4))[0]?.to ?? 0)
    : at;
}

const toward =
  /^(?:to|a|al|an|alla|al|ao|aos|au|aux|fax|e|mail|email|write|contact|call|copy|para|presso|zu|with|address)$/;

/** Whether "to", or a verb of writing, stands right before it. */
function isAsked(tokens: readonly Token[], at: number): boolean {
  return [1, 2, 3].some((back) => toward.test(tokens[at - back]?.word ?? ""));
}
