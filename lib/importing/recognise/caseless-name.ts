import type { Token } from "./tokens";
import { matchAt } from "./lexicon";
import { lexicons } from "./words";

// Where no capital says it: words of Korean sentences end in these, and places in those.
const particle = /.(?:을|를|의|에|는|은|로|과|와|것|할|한|하라|도록|에서|에게|합니다|하고|된|인)$/u;
const place = /.(?:특별시|광역시|도|시|군|구|동|읍|면|로|길|번지|호|층)$/u;
const streets =
  /^(?:شارع|ساحه|ميدان|قصر|دار|حي|طريق|مبني|صندوق|بريد|برج|منطقه|مدينه|محافظه|جاده|كورنيش|مجمع|ص|مجلس|نداء|احتجاز|اختفاء|افراج|حقوق|عاجل)$/u;

/** Whether the words of a script without capitals may be the name of a person. `titled`: a polite word stands before it. */
export function isCaselessName(named: readonly Token[], titled: boolean): boolean {
  const text = named.map((token) => token.text).join("");
  if (/^\p{sc=Han}/u.test(text)) return named.length > 1 && named.length < 5 && /^\p{sc=Han}+$/u.test(text);
  if (/^\p{sc=Hangul}/u.test(text)) return isKorean(named, titled);
  if (named.some(({ word }) => streets.test(word))) return false;
  return named.length < (titled ? 6 : 5) && !named.some((_, at) => matchAt(lexicons.stopwords, named, at));
}

function isKorean(named: readonly Token[], titled: boolean): boolean {
  if (named.length > 3 || named.some(({ text }) => text.length > 5)) return false;
  if (titled || named.length === 1) return true;
  return !named.some(({ text }) => particle.test(text)) && named.filter(({ text }) => place.test(text)).length < 2;
}

/** Whether a text is written without capitals. */
export function isCaseless(token: Token | undefined): boolean {
  return /^[\p{sc=Arabic}\p{sc=Han}\p{sc=Hangul}]/u.test(token?.text ?? "");
}
