import { isCaseless, isCaselessName } from "./caseless-name";
import { cutEnd } from "./cut-end";
import { remembering } from "./remember";
import { findPlaces } from "./countries";
import { matchAt, matchAll, type Hit } from "./lexicon";
import { tokensOf, type Token } from "./tokens";
import { lexicons, type ReadLanguage } from "./words";

/** Who is spoken of: the office, who holds it, and the body it belongs to. */
export type Holder = { name: string | null; office: string | null; organisation: string | null };

const particles =
  /^(?:al|el|bin|ibn|ben|bint|abu|abdul|ul|ur|ud|de|da|do|dos|del|della|di|van|von|der|den|la|le|dela|y|e|of)$/;
const joins =
  /^(?:of|for|to|on|the|de|del|do|da|du|des|di|della|der|fur|von|pour|para|per|and|y|et|und|e|in|at|no|nr)$/;

/** Reads one piece without commas: "Foreign Minister Jane Doe", "The Right Honourable Jane Doe", "Ministry of Justice". */
export const readHolder = remembering((text): Holder | null => {
  const clean = cutEnd(text, ' ,.;:،؛，；。："”')
    .replace(/^["“'(\s]+/, "")
    .replace(/^the\s+(?=\p{Lu})/iu, "")
    .replace(/^(?:el|la|le|il)\s+(?=\p{Lu})/iu, withArticle);
  if (clean.length < 2 || clean.length > 160) return null;
  const tokens = tokensOf(clean);
  const office = officeIn(tokens);
  const body = bodyIn(tokens);
  if (body && (!office || body.from < office.from)) return { name: null, office: null, organisation: clean };
  if (office) return splitAt(clean, tokens, office);
  const name = readName(clean);
  return name ? { name, office: null, organisation: null } : null;
});

/** "Le Président", and not "Le Van Vi Du". */
function withArticle(article: string, _at: number, text: string): string {
  const tokens = tokensOf(text);
  return (matchAt(lexicons.offices, tokens, 1) ?? matchAt(lexicons.organisations, tokens, 1)) ? "" : article;
}

/** The first office in a piece: with a capital, or what it begins with. */
export function officeIn(tokens: readonly Token[], from = 0): Hit<ReadLanguage> | null {
  for (let at = from; at < tokens.length; at++) {
    const hit = matchAt(lexicons.offices, tokens, at) ?? compound(tokens, at);
    if (hit && (at === 0 || startsHigh(tokens[at]) || startsHigh(tokens[at - 1]) || isArticle(tokens[at - 1])))
      return hit;
  }
  return null;
}

function isArticle(token: Token | undefined): boolean {
  return /^(?:the|el|la|le|il|der|die|al|o|a|l)$/.test(token?.word ?? "");
}

/** German and Korean write an office as one word: "Verteidigungsminister". */
function compound(tokens: readonly Token[], at: number): Hit<ReadLanguage> | null {
  const eastern = /.(?:장관|소장|서장|청장|총장|원장|위원장|대사|총리|대통령|지사)$/;
  if (eastern.test(tokens[at]?.text ?? "")) return { value: "ko", from: at, to: at + 1 };
  const ends = /.(?:minister|ministerin|prasident|prasidentin|sekretar|direktor|kommissar|botschafter|staatsanwalt)$/;
  return ends.test(tokens[at]?.word ?? "") ? { value: "de", from: at, to: at + 1 } : null;
}

/** A body that the piece is about: "Office of …", "Ministry of …", or a body and no office at all. */
function bodyIn(tokens: readonly Token[]): Hit<ReadLanguage> | null {
  const hits = matchAll(lexicons.organisations, tokens);
  const office = officeIn(tokens);
  return (
    hits.find(
      (hit) => !office || joins.test(tokens[hit.to]?.word ?? "") || joins.test(tokens[hit.to - 1]?.word ?? ""),
    ) ?? null
  );
}

/** "Governor Jane Doe", "Minister of Justice Mr. Doe", "Jane Doe Governor of …". */
function splitAt(text: string, tokens: readonly Token[], office: Hit<ReadLanguage>): Holder {
  const rest = text.slice(tokens[office.to - 1]?.end).trim();
  const titled = tokens.findIndex((token, at) => at >= office.to && startsHigh(token) && isTitle(tokens, at));
  const before = text.slice(0, tokens[office.from]?.start).trim();
  if (titled > 0) {
    const name = readName(text.slice(tokens[titled]?.start));
    if (name) return { name, office: tidy(text.slice(0, tokens[titled]?.start)), organisation: null };
  }
  const name = joins.test(tokens[office.to]?.word ?? "") || isPartOfOffice(tokens, office) ? null : readName(rest, 1);
  if (name) return { name, office: tidy(text.slice(0, text.length - rest.length)), organisation: null };
  const whole = /\p{sc=Han}$/u.test(before) && text.slice(before.length, before.length + 1).trim() !== "";
  const ahead = before && !whole && tokens.slice(0, office.from).length > 1 ? readName(before) : null;
  if (ahead) return { name: ahead, office: tidy(text.slice(before.length)), organisation: null };
  return { name: null, office: tidy(text), organisation: null };
}

/** "وزير الصناعة": in Arabic what belongs to an office stands behind it without a word between, as a name would. */
function isPartOfOffice(tokens: readonly Token[], { to }: Hit<ReadLanguage>): boolean {
  return /^\p{sc=Arabic}/u.test(tokens[to]?.text ?? "") && matchAt(lexicons.honorifics, tokens, to) === null;
}

function isTitle(tokens: readonly Token[], at: number): boolean {
  if (joins.test(tokens[at - 1]?.word ?? "")) return false;
  return matchAt(lexicons.honorifics, tokens, at) !== null && !matchAt(lexicons.offices, tokens, at);
}

function tidy(text: string): string {
  return cutEnd(text, " ,;:–—(-")
    .replace(/^[\s,;:–—-]+/, "")
    .replace(/^the\s+/i, "");
}

/** The name of a person without polite titles; null where it is none. `fewest`: words it must have where no title says so. */
export function readName(text: string, fewest = 2): string | null {
  const clean = cutEnd(text.replace(/\([^)]{0,60}\)/g, " "), ' ,.;:،؛，；。："”').replace(/^[\s,;:"“–—-]+/, "");
  const tokens = tokensOf(clean);
  const from = afterTitles(tokens);
  const named = tokens.slice(from);
  if (isCaseless(named[0]) && !isCaselessName(named, from > 0 || fewest > 1)) return null;
  const hangul = /^\p{Script=Hangul}{2,4}$/u.test(clean);
  if (named.length < (from > 0 || hangul ? 1 : fewest) || named.length > 6 || /[\d@/]/.test(clean)) return null;
  const fits = (token: Token) =>
    startsHigh(token) || particles.test(token.word) || /['’-]/.test(clean[token.start - 1] ?? "");
  if (!startsHigh(named[0]) || !named.every(fits)) return null;
  const last = named.at(-1);
  if (!last || !fits(last) || isAnythingElse(tokens, from)) return null;
  // A rank or a degree is kept with the name, a polite word is not.
  const kept = tokens.findIndex((token, at) => at <= from && (at === from || ranks.test(token.word)));
  const start = (tokens[kept] ?? named[0])?.start ?? 0;
  return clean.slice(start).replace(/\s+/g, " ");
}

const ranks =
  /^(?:dr|prof|professor|general|gen|lt|colonel|col|captain|major|admiral|ayatollah|sheikh|lic|ing|ingr|brigadier|marshal|dott|avv|justice|judge|cardinal|bishop|senator)$/;

function afterTitles(tokens: readonly Token[]): number {
  let at = tokens[0]?.word === "the" ? 1 : 0;
  for (;;) {
    const hit = matchAt(lexicons.honorifics, tokens, at);
    if (!hit || hit.to > tokens.length) return at;
    at = hit.to;
  }
}

/** Offices, bodies and countries are no names, nor what is only a street. */
function isAnythingElse(tokens: readonly Token[], from: number): boolean {
  const named = tokens.slice(from);
  if (named.some((_, at) => matchAt(lexicons.organisations, named, at))) return true;
  if (named.some((token, at) => matchAt(lexicons.offices, named, at) && !ranks.test(token.word))) return true;
  if (named.some(({ word }) => streets.test(word))) return true;
  return findPlaces(named).some(({ by, from: one, to }) => by !== "city" || to - one === named.length);
}

const streets =
  /^(?:street|road|avenue|ave|square|building|floor|block|house|box|district|province|region|city|town|complex|room|palace|palacio|calle|avenida|rue|boulevard|strasse|straße|platz|via|piazza|rua|praca|jalan|jl|marg|plaza|place|castle|av|esq|esquina|urb|carrera|cra|barrio|jiron|estate|park|lane|lu|jie|postcode|zip|col|colonia|cp|urgent|action|human|rights|appeal|appeals|letter|affairs|justice|interior|security|development|foreign|state|national|republic|union|international|compound|collectorate|secretariat|quarters|centre|center|circle|colony|camp|station|gate|tower|wing|suite|hall|hotel|hospital|barracks|estado|constitucional|nacional|federal)$/;

export function startsHigh(token: Token | undefined): boolean {
  return /^(?:\p{Lu}|\p{Lt}|\p{Lo})/u.test(token?.text ?? "");
}
