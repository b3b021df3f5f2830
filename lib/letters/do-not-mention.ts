import { mentions } from "@/lib/cases/mask";

// Letters of other alphabets that look like Latin ones, in lower case: Cyrillic, Greek, and figures written for letters.
const lookalikes: Record<string, string> = {
  а: "a",
  в: "b",
  е: "e",
  ё: "e",
  з: "3",
  і: "i",
  ї: "i",
  ј: "j",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  ѕ: "s",
  т: "t",
  у: "y",
  х: "x",
  ԁ: "d",
  һ: "h",
  ԛ: "q",
  ԝ: "w",
  ɡ: "g",
  ɑ: "a",
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  α: "a",
  β: "b",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  "0": "o",
  "1": "l",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const unseen = /[\p{M}\p{Cf}\u0640\u115f\u1160\u3164\u2800]/gu;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

/**
 * Which words of a list a writer says, also where somebody hides them: by case, accents, width, stretched or invisible
 * letters, look-alikes of another alphabet, or by taking the letters apart. A word inside a longer one is not said.
 * @param said what the writer typed, each part by itself
 */
export function findMentioned(said: string[], words: string[]): string[] {
  if (words.length === 0) return [];
  // Something between the parts that is no gap, so that no word is found across two of them.
  const text = said.join("\n|\n");
  const looks = skeleton(text);
  return words.filter((word) => {
    const { alone, hidden } = watchOf(word);
    return mentions(text, alone) || hidden.some((pattern) => pattern.test(looks));
  });
}

type Watch = { alone: string[]; hidden: RegExp[] };

// Asked for with each letter; what `mentions` makes of a list is kept by the list.
const watches = new Map<string, Watch>();
const mostKept = 10_000;

function watchOf(word: string): Watch {
  const watch = watches.get(word) ?? { alone: [word], hidden: hiddenPatterns(skeleton(word).trim()) };
  if (watches.size < mostKept) watches.set(word, watch);
  return watch;
}

/** A text as it looks: in lower case, without marks and what is not seen, with Latin letters for all that look like them. */
function skeleton(text: string): string {
  const bare = text.normalize("NFKD").replace(unseen, "").normalize("NFC").toLowerCase();
  return Array.from(bare, (sign) => lookalikes[sign] ?? sign).join("");
}

const border = { before: String.raw`(?<![\p{L}\p{N}])`, after: String.raw`(?![\p{L}\p{N}])` };

/** Parts with one sign or more between each of them. */
function apart(parts: string[], after = border.after): RegExp {
  return new RegExp(border.before + parts.join(String.raw`[^\p{L}\p{N}|]{1,3}`) + after, "u");
}

/** A word with look-alikes in it, and with each of its letters set apart. */
function hiddenPatterns(word: string): RegExp[] {
  const letters = Array.from(word.replace(/[^\p{L}\p{N}]/gu, ""));
  if (letters.length < 2) return [];
  if (letters.every((letter) => unspaced.test(letter))) {
    return [new RegExp(letters.join(String.raw`[^\p{L}\p{N}|]{0,3}`), "u")];
  }
  // A particle may follow a Korean name.
  if (/^\p{sc=Hang}{3,}$/u.test(letters.join(""))) return [apart(letters, "")];
  const parts = word.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  // Short ones that are set apart stand in many an honest sentence.
  return letters.length < 4 ? [apart(parts)] : [apart(parts), apart(letters)];
}
