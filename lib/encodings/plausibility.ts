import { letterWeights } from "./letter-weights";

/** A sign by itself: its script, or "" if it is no letter; what it weighs; whether it is a capital or a small letter. */
type Sign = { script: string; weight: number; upper: boolean; lower: boolean };

/** What text has between its words, in any script. */
const punctuation = "‘’“”„‚«»‹›–—…·•¿¡°§€£©®ªº、。，《》「」『』（）：；！？　〜～ー№";
const eastern = ["han", "kana", "hangul"];
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
const known = new Map<string, Sign>();
const most = 20_000;

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
  const { script, weight, upper } = signOf(sign);
  if (weight < -1) return weight;
  const [left, right] = [signOf(before), signOf(after)];
  if (script === "")
    return punctuation.includes(sign) ? ofPunctuation(sign, left, right, before) : ofSymbol(left, right);
  // At the ends of Italian words, hardly ever inside one.
  if (script === "latin" && right.script !== "" && "ìòù".includes(sign)) return 0.2;
  return weight + ofNeighbours(script, upper, left, before);
}

/** Within a word scripts do not mix, and no capital follows a small letter. */
function ofNeighbours(script: string, upper: boolean, left: Sign, before: string): number {
  if (left.script === "") return 0;
  if (left.script !== script && !(eastern.includes(left.script) && eastern.includes(script)))
    return script === "latin" || left.script === "latin" ? -1.5 : -1;
  if (upper && left.lower) return -1;
  // Latin alphabets seldom put two such letters side by side; a script read as Latin does in every word.
  return script === "latin" && before >= "\u0080" ? -0.7 : 0;
}

function ofPunctuation(sign: string, left: Sign, right: Sign, before: string): number {
  const [after, ahead] = [left.script !== "", right.script !== ""];
  if (sign === "’") return after ? 0.9 : 0;
  if ("“‘«¿¡„".includes(sign)) return ahead && !after ? 0.9 : -0.3;
  if ("”»".includes(sign)) return after || ".,!?".includes(before) ? 0.9 : -0.2;
  if ("ªº°§".includes(sign)) return after && ahead ? -1 : before >= "0" && before <= "9" ? 0.5 : 0;
  return sign >= "\u3000" ? 0.7 : 0.4;
}

/** Signs like "¼" or "¦" stand in no word. */
function ofSymbol(left: Sign, right: Sign): number {
  return left.script !== "" || right.script !== "" ? -1.5 : -0.3;
}

function signOf(sign: string): Sign {
  const found = known.get(sign);
  if (found) return found;
  const made = describe(sign);
  if (known.size < most) known.set(sign, made);
  return made;
}

function describe(sign: string): Sign {
  const script = nameOfScript(sign);
  const bad = /[\ufffd\u0080-\u009f\ue000-\uf8ff]|\p{Cn}/u.test(sign);
  const weight = bad ? -8 : ofLetter(sign, script);
  return { script, weight, upper: /\p{Lu}/u.test(sign), lower: /\p{Ll}/u.test(sign) };
}

function ofLetter(sign: string, script: string): number {
  const weight = letterWeights.get(sign) ?? letterWeights.get(sign.toLowerCase());
  if (weight !== undefined) return weight;
  if (script === "kana") return sign >= "\uff00" ? -0.3 : 1.2;
  return { han: 0.1, hangul: 0.15, latin: -0.4 }[script] ?? 0;
}

function nameOfScript(sign: string): string {
  if (!/\p{L}/u.test(sign)) return "";
  return scripts.find(([pattern]) => pattern.test(sign))?.[1] ?? "other";
}
