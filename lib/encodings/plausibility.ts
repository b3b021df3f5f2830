import { letterWeights } from "./letter-weights";

/** What text has between its words, in any script. */
const punctuation = "‘’“”„‚«»‹›–—…·•¿¡°§€£©®ªº、。，《》「」『』（）：；！？　〜～ー№";
const scripts: [RegExp, string][] = [
  [/\p{Script=Latin}/u, "latin"],
  [/\p{Script=Cyrillic}/u, "cyrillic"],
  [/\p{Script=Greek}/u, "greek"],
  [/\p{Script=Arabic}/u, "arabic"],
  [/\p{Script=Hebrew}/u, "hebrew"],
  [/\p{Script=Hangul}/u, "hangul"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "kana"],
  [/\p{Script=Han}/u, "han"],
];
/** At the ends of Italian words, hardly ever inside one. */
const graveInside = /^[ìòù]\p{L}/u;
const scriptOf = new Map<string, string>();

/**
 * How much a text looks like one, by its signs that are not ASCII and their neighbours: about 1 for running text, below 0 for
 * bytes read in a wrong encoding. 0 where all is ASCII.
 */
export function plausibility(text: string): number {
  const signs = Array.from(text);
  let sum = 0;
  let bytes = 0;
  for (const [at, sign] of signs.entries()) {
    if (sign < "\u0080") continue;
    const wide = sign >= "\u1100" ? 2 : 1;
    bytes += wide;
    sum += wide * weightOf(sign, signs[at - 1] ?? " ", signs[at + 1] ?? " ");
  }
  return bytes === 0 ? 0 : sum / bytes;
}

function weightOf(sign: string, before: string, after: string): number {
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]|\p{Cn}/u.test(sign)) return -8;
  const script = nameOfScript(sign);
  if (script === "") return punctuation.includes(sign) ? ofPunctuation(sign, before, after) : ofSymbol(before, after);
  if (script === "latin" && graveInside.test(sign + after)) return 0.2;
  return ofLetter(sign, script) + ofNeighbours(sign, script, before);
}

function ofLetter(sign: string, script: string): number {
  const weight = letterWeights.get(sign) ?? letterWeights.get(sign.toLowerCase());
  if (weight !== undefined) return weight;
  if (script === "kana") return sign >= "\uff00" ? -0.3 : 1.2;
  return { han: 0.1, hangul: 0.15, latin: -0.4 }[script] ?? 0;
}

/** Within a word scripts do not mix, and no capital follows a small letter. */
function ofNeighbours(sign: string, script: string, before: string): number {
  const other = nameOfScript(before);
  if (other === "") return 0;
  const eastern = ["han", "kana", "hangul"];
  const mixed = other !== script && !(eastern.includes(other) && eastern.includes(script));
  if (mixed) return script === "latin" || other === "latin" ? -1.5 : -1;
  if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) return -1;
  // Latin alphabets seldom put two such letters side by side; a script read as Latin does in every word.
  return script === "latin" && before >= "\u0080" ? -0.7 : 0;
}

function ofPunctuation(sign: string, before: string, after: string): number {
  const [left, right] = [isLetter(before), isLetter(after)];
  if (sign === "’") return left ? 0.9 : 0;
  if ("“‘«¿¡„".includes(sign)) return right && !left ? 0.9 : -0.3;
  if ("”»".includes(sign)) return left || /[.,!?]/.test(before) ? 0.9 : -0.2;
  if ("ªº°§".includes(sign)) return left && right ? -1 : /\d/.test(before) ? 0.5 : 0;
  return sign >= "\u3000" ? 0.7 : 0.4;
}

/** Signs like "¼" or "¦" stand in no word. */
function ofSymbol(before: string, after: string): number {
  return isLetter(before) || isLetter(after) ? -1.5 : -0.3;
}

function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign);
}

function nameOfScript(sign: string): string {
  if (sign < "\u0080") return /[A-Za-z]/.test(sign) ? "latin" : "";
  const known = scriptOf.get(sign);
  if (known !== undefined) return known;
  const found = isLetter(sign) ? (scripts.find(([pattern]) => pattern.test(sign))?.[1] ?? "other") : "";
  if (scriptOf.size < 5000) scriptOf.set(sign, found);
  return found;
}
