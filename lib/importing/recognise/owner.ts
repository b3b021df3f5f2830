import type { Contact } from "./contacts";
import { readName } from "./holder";
import { matchAll, matchAt } from "./lexicon";
import type { Mention } from "./mentions";
import { isEnquiry, isPrivate } from "./personal";
import type { ScannedLine } from "./scan";
import { sentenceStart } from "./sentence";
import type { Token } from "./tokens";
import { labels, lexicons } from "./words";

/** Whose a contact in a sentence is. `personal`: a relative's, a lawyer's, the prisoner's or the sender's. */
export type Owner = { mention: Mention | null; personal: boolean };

/** The mention right before a contact, else the one right behind it, with neither a sentence's end nor a person between them. */
export function ownerOf(
  { start: at, end }: Pick<Contact, "start" | "end">,
  mentions: readonly Mention[],
  { text, tokens }: Pick<ScannedLine, "text" | "tokens">,
): Owner {
  const before = mentions.findLast((one) => one.end <= at);
  const begun = sentenceStart(text, at);
  const between = within(tokens, before ? before.end : begun, at);
  const sentence = within(tokens, begun, at);
  const bracketed = /^[^\p{L}(]{0,2}\(([^)]{1,80})\)/u.exec(text.slice(end));
  const behindIt = bracketed ? within(tokens, end, end + bracketed[0].length) : [];
  const inPrison = isHeld(before && before.start > begun ? within(tokens, begun, before.start) : sentence);
  const held =
    inPrison && (!before || before.end <= begun || hasSelf(sentence) || /\bc\/o\b/i.test(text.slice(begun, at)));
  if (isPrivate(between) || isPrivate(behindIt) || isEnquiry(sentence) || held)
    return { mention: null, personal: true };
  if (before && at - before.end < 300) {
    const goesOn = before.end > begun || isLabelled(sentence);
    return { mention: goesOn && !isOther(text, between) ? before : null, personal: false };
  }
  const behind = mentions.find(({ start }) => start > at);
  const near = behind && behind.start - at < 120 && sentenceStart(text, behind.start) <= at + 12;
  if (near && isPrivate(within(tokens, at, behind.start))) return { mention: null, personal: true };
  return { mention: near ? behind : null, personal: false };
}

function within(tokens: readonly Token[], from: number, to: number): Token[] {
  return tokens.filter(({ start, end }) => start >= from && end <= to);
}

function isHeld(tokens: readonly Token[]): boolean {
  return matchAll(lexicons.captive, tokens).length > 0;
}

/** "Write to X himself in prison": the office in the address is no recipient. */
function hasSelf(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }) =>
    /^(?:himself|herself|themselves|memes?|mism[oa]s?|selbst|mesm[oa]s?|stess[oa]|본인)$/.test(word),
  );
}

/** "Fax: …", "His e-mail address is …": a sentence that goes on about who was named. */
function isLabelled(tokens: readonly Token[]): boolean {
  const led = /^(?:his|her|its|their|the|su|sus|son|sa|ses|leur|seine|ihre|die|il|la|seu|sua)$/.test(
    tokens[0]?.word ?? "",
  );
  return tokens.length === 0 || matchAt(labels, tokens, led ? 1 : 0) !== null;
}

/** Whether somebody else is named: "Mr. X", "and to Jane Doe". */
function isOther(text: string, tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const titled = matchAt(lexicons.honorifics, tokens, at);
    if (titled && isHigh(token) && isHigh(tokens[titled.to]) && !isHolder(at, text, token)) return true;
    if (!joining.test(token.word)) return false;
    const named = tokens.slice(at + 1, at + 5);
    const last = named.findIndex((one) => !isHigh(one));
    const name = last < 0 ? named : named.slice(0, last);
    return name.length > 1 && readName(text.slice(name[0]?.start, name.at(-1)?.end)) !== null;
  });
}

/** "Chief of Police General X": right behind the office stands who holds it. */
function isHolder(at: number, text: string, { start }: Token): boolean {
  return at === 0 && /[\p{L})],?\s$/u.test(text.slice(0, start));
}

const joining = /^(?:to|or|and|y|o|a|et|ou|und|oder|an|e)$/;

function isHigh(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? "");
}
