/** What a person at risk is called. */
export type Naming = { publicName: string | null; originalScript: string | null; aliases: string[] };

/** Names of one case: those to take out, and those that may stay although one to take out is part of them. */
export type CaseNames = { hidden: string[]; shown: string[] };

/** Everything a person is called, in every script. */
export function namesOf({ publicName, originalScript, aliases }: Naming): string[] {
  return [publicName, originalScript, ...aliases].filter((name): name is string => Boolean(name?.trim()));
}

// One campaign's names are asked for with each of its letters.
const patterns = new WeakMap<string[], RegExp | null>();

/** Whether a text says one of these names, as a word of its own, in whatever case and with whatever accents. */
export function mentions(text: string, names: string[]): boolean {
  const pattern = patterns.get(names) ?? patternOf(names);
  patterns.set(names, pattern);
  return pattern !== null && pattern.test(fold(text).folded);
}

/**
 * Takes names out of a text, the longest first; what is around them stays as it is, also a possessive `'s`.
 * @param word what stands in a name's place
 */
export function maskNames(text: string, { hidden, shown }: CaseNames, word: string): string {
  const pattern = patternOf([...hidden, ...shown], "gv");
  if (!pattern || hidden.length === 0) return text;
  const { folded, whole, starts } = fold(text);
  const isHidden = listed(hidden);
  const isShown = listed(shown);
  let masked = "";
  let from = 0;
  for (const found of folded.matchAll(pattern)) {
    if (isShown(found[0]) && !isHidden(found[0])) continue;
    masked += whole.slice(from, starts[found.index]) + word;
    from = starts[found.index + found[0].length] ?? whole.length;
  }
  return from === 0 ? text : masked + whole.slice(from);
}

/** Whether what was found is one of these names, with or without the one letter an ending adds. */
function listed(names: string[]): (found: string) => boolean {
  const folded = new Set(names.map((name) => fold(name).folded.trim()));
  return (found) => folded.has(found) || (/[sا]$/.test(found) && folded.has(found.slice(0, -1)));
}

// What is not seen or often left out: accents, Arabic vowel signs, hamza and its stretch, Hebrew points, joiners, marks of direction.
const unseen = /[\p{sc=Inherited}\p{Cf}\u0640[[\p{sc=Arabic}\p{sc=Hebrew}]&&\p{Mn}]]/gv;
// Spaces, line breaks, hyphens, the dot between the parts of a foreign name in Chinese, and Markdown's marks.
const gap = /[\s\p{Pd}_*~\\\u00b7\u30fb\u2027]/u;
// What Markdown takes as it stands behind a backslash (CommonMark 0.31 §2.4): the two are one sign, and go or stay together.
const escapable = /[!-/:-@[-`{-~]/;
const apostrophe = /['\u2018\u2019\u02bc\u02bb\u02b9\u00b4`\u05f3]/u;
const sameLetter: Record<string, string> = { ى: "ي", ی: "ي", ک: "ك", ٱ: "ا" };

type Folded = {
  folded: string;
  /** The text itself, composed (NFC). */
  whole: string;
  /** For each code unit of `folded` where it stands in `whole`, and for the end. */
  starts: number[];
};

/** A text as names are compared in it: in lower case, without accents, every gap one space. */
function fold(text: string): Folded {
  const whole = text.normalize("NFC");
  const starts: number[] = [];
  const signs: string[] = [];
  // Where a sign begins, with the backslash before it.
  let from = 0;
  let at = 0;
  let last = "";
  for (const sign of whole) {
    at += sign.length;
    if (sign === "\\" && at === from + 1 && escapable.test(whole[at] ?? "")) continue;
    const plain = sign === "`" && isMark(last, whole.slice(at, at + 2)) ? " " : foldSign(sign);
    if (plain !== " " || last !== " ") {
      signs.push(plain);
      for (let unit = 0; unit < plain.length; unit += 1) starts.push(from);
    }
    last = plain || last;
    from = at;
  }
  starts.push(at);
  return { folded: signs.join(""), whole, starts };
}

/** Whether a backtick is Markdown's mark: an apostrophe has letters on both sides. */
function isMark(before: string, behind: string): boolean {
  return !/\p{L}/u.test(before) || !/^\p{L}/u.test(behind);
}

const foldedSigns = new Map<string, string>();

function foldSign(sign: string): string {
  const folded = foldedSigns.get(sign) ?? foldAnew(sign);
  foldedSigns.set(sign, folded);
  return folded;
}

function foldAnew(sign: string): string {
  if (gap.test(sign)) return " ";
  if (apostrophe.test(sign)) return "'";
  // Composed again, since Hangul was taken apart as well. Upper case first: ß is ss, and the sigmas are one.
  const plain = sign.normalize("NFKD").replace(unseen, "").normalize("NFC").toUpperCase().toLowerCase();
  return sameLetter[plain] ?? plain;
}

const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}`;
const inWord = String.raw`[[\p{L}\p{N}\p{M}]--[${unspaced}\p{sc=Hang}]]`;
const start = `(?<!${inWord})`;
const end = `(?!${inWord})`;
// "And", "with", "for" and the article are written on to the front of a word.
const arabicStart = `(?<=${start}(?:[وف]?(?:[بكل]|لل)?(?:ال)?))`;
const hebrewStart = `(?<=${start}(?:[ושהבכלמ]{0,3}))`;

function patternOf(names: string[], flags = "v"): RegExp | null {
  const folded = [...new Set(names.map((name) => fold(name).folded.trim()))].filter((name) =>
    /[\p{L}\p{N}]/u.test(name),
  );
  if (folded.length === 0) return null;
  const longestFirst = folded.toSorted((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map(onePattern).join("|"), flags);
}

function onePattern(name: string): string {
  return startOf(name) + name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`) + endOf(name);
}

/** Where a name may begin. Scripts without spaces have no borders to look for. */
function startOf(name: string): string {
  if (new RegExp(`^[${unspaced}]`, "v").test(name)) return "";
  // A short one would be found at the end of many a Korean word.
  if (/^\p{sc=Hang}/u.test(name)) return name.length > 2 ? "" : String.raw`(?<![\p{L}\p{N}])`;
  if (/^\p{sc=Arab}/u.test(name)) return arabicStart;
  return /^\p{sc=Hebr}/u.test(name) ? hebrewStart : start;
}

/** Where a name may end: Korean particles, an Arabic accusative and a possessive without an apostrophe are written on to it. */
function endOf(name: string): string {
  if (new RegExp(String.raw`[${unspaced}\p{sc=Hang}]$`, "v").test(name)) return "";
  if (/\p{sc=Arab}$/u.test(name)) return `ا?${end}`;
  return /\p{sc=Latn}{4}$/u.test(name) ? `s?${end}` : end;
}
