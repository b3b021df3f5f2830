/** A piece of a text that is compared as one: a word, or one sign of a script that is written without spaces. */
export type Unit = { text: string; weight: number };

/** Some neighbouring units: where they begin and end (exclusive) among those of their text, and what they read. */
export type Passage = { text: string; from: number; to: number };

const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}`;
const units = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}])+`, "gu");
const sign = new RegExp(`^[${unspaced}]$`, "u");

/** What a word weighs beside a sign: a Chinese word has two of them. */
const wordWeight = 2;
/** Three words, or five signs: less is said by chance, more is lost with each word that somebody changes. */
const passageWeight = 5;

/**
 * A text as words and signs, whatever their case, accents and punctuation. The vowel signs of Arabic and the forms of its alef
 * are left out, so that two ways to write a word are one.
 */
export function listUnits(text: string): Unit[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u0640]/gu, "")
    .normalize("NFC")
    .toLowerCase();
  const found = plain.match(units) ?? [];
  return found.map((one) => ({ text: one, weight: sign.test(one) ? 1 : wordWeight }));
}

/** The passages of a text: one begins with each unit, and is as long as it takes to be told from chance. */
export function listPassages(all: Unit[]): Passage[] {
  const found: Passage[] = [];
  let to = 0;
  let weight = 0;
  for (let from = 0; from < all.length; from += 1) {
    while (weight < passageWeight && to < all.length) {
      weight += all[to]?.weight ?? 0;
      to += 1;
    }
    if (weight < passageWeight) break;
    const text = all.slice(from, to).map((unit) => unit.text);
    found.push({ text: text.join(" "), from, to });
    weight -= all[from]?.weight ?? 0;
  }
  return found;
}
