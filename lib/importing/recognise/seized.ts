import { readName } from "./holder";
import { matchAll } from "./lexicon";
import { nameBehind } from "./mention-names";
import type { ScannedLine } from "./scan";
import { sentenceStart } from "./sentence";
import { lexicons } from "./words";

/** Names before "was arrested", also with what is told of them between ("X, a lawyer, was taken …"), and behind "the arrest of". */
export function seizedIn({ text, tokens }: Pick<ScannedLine, "text" | "tokens">): string[] {
  if (tokens.length < 3) return [];
  const before = matchAll(lexicons.seized, tokens).flatMap(({ from }) => {
    const start = tokens[from]?.start ?? 0;
    return text
      .slice(Math.max(sentenceStart(text, start), start - 300), start)
      .split(divider)
      .flatMap(nameAtEnd);
  });
  const bracketed = passives({ text, tokens }).flatMap((start) =>
    text
      .slice(Math.max(sentenceStart(text, start), start - 300), start)
      .split(divider)
      .flatMap(nameAtEnd),
  );
  const behind = matchAll(lexicons.seizing, tokens).flatMap(
    ({ to }) => nameBehind(text, tokens, to, false)?.name ?? [],
  );
  return [...new Set([...before, ...bracketed, ...behind])];
}

const auxiliary =
  /^(?:wurde|wurden|wird|ist|sind|est|sont|ete|was|were|been|is|are|fue|fueron|sido|foi|foram|stato|stata|stati|e)$/;
const participle =
  /^(?:festgenommen|verhaftet|inhaftiert|verschleppt|entfuhrt|verurteilt|getotet|ermordet|gefoltert|abgeholt|geholt|hingerichtet|festgehalten|detenue?s?|arretee?s?|enlevee?s?|condamnee?s?|emprisonnee?s?|arrested|detained|abducted|kidnapped|imprisoned|detenid[oa]s?|arrestad[oa]s?|secuestrad[oa]s?|desaparecid[oa]s?|condenad[oa]s?|detid[oa]s?|pres[oa]s?|arrestat[oaie]|rapit[oaie]|detenut[oaie])$/;

const received = /^(?:recibio|recibieron|received|receives|recu|recue|recebeu|receberam|ricevuto|erhielt|erhielten)$/;
const threat = /^(?:amenazas?|threats?|menaces?|ameacas?|minacc(?:ia|e)|morddrohung(?:en)?|drohung(?:en)?)$/;

/** Where "wurde am 2. Mai in Asmara festgenommen", "est toujours détenue" begins: an auxiliary, and its participle further on. */
function passives({ tokens, text }: Pick<ScannedLine, "text" | "tokens">): number[] {
  return tokens.flatMap(({ word, start }, at) => {
    const threatened = received.test(word);
    if (!threatened && !auxiliary.test(word)) return [];
    const far = threatened || /^(?:wurden?|wird)$/.test(word) ? 18 : 4;
    const end = tokens.slice(at + 1, at + far).find((one) => (threatened ? threat : participle).test(one.word));
    return end && sentenceStart(text, end.start) <= start ? [start] : [];
  });
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
    // "Der Übersetzer Karim Muster": in German a trade begins with a capital as well.
    if (/^(?:Der|Die)$/.test(words[from - 1] ?? "") && words.length - from > 2) continue;
    const name = /^\p{Lu}/u.test(words[from] ?? "") ? readName(words.slice(from).join(" ")) : null;
    if (name && !opening.test(words[from] ?? "") && !elided.test(words[from] ?? "")) return [name];
  }
  return [];
}

// "L'éditrice Jane Doe".
const elided = /^[LD]['’]\p{Ll}/u;

// Words with a capital only because a sentence begins with them, and trades.
const opening =
  /^(?:on|in|at|the|a|an|after|since|when|last|this|both|two|three|four|five|el|la|los|las|le|les|un|una|une|der|die|das|am|im|o|os|as|il|lo|gli|student|students|teacher|lawyer|journalist|activist|monk|nun|poet|writer|doctor|nurse|farmer|leader|blogger|prisoner|singer|editor|human|rights|defender|trade|unionist|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|abogado|abogada|periodista|avocat|avocate|journaliste|lehrer|lehrerin|anwalt|anwältin|journalistin|studentin|arzt|ärztin|bauer|bäuerin|aktivist|aktivistin|pfarrer|richter|richterin|sänger|sängerin|dichter|schriftsteller|schriftstellerin|gewerkschafter|gewerkschafterin|krankenschwester|mönch|nurse|priest|pastor|father|sister|brother|mother)$/i;
