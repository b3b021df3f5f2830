import { comparable } from "./comparable";
import { listUnits, type Unit } from "./passages";

/** How much of what a line says has to be found. */
const enough = 0.6;

/**
 * Whether a text seems to say a line, perhaps in other words: it has the line itself, or most of its telling words, whatever
 * their endings. Only a hint: who says it quite differently is not found.
 */
export function seemsSaid(line: string, text: string): boolean {
  if (comparable(text).includes(comparable(line))) return true;
  const wanted = new Set(stems(listUnits(line)));
  if (wanted.size === 0) return false;
  const said = new Set(stems(listUnits(text)));
  const found = [...wanted].filter((stem) => said.has(stem));
  return found.length / wanted.size >= enough;
}

/** The beginnings of words that tell something, and pairs of signs. */
function stems(units: Unit[]): string[] {
  return units.flatMap(({ text, weight }, at) => {
    if (weight > 1) return stemOf(text);
    const next = units[at + 1];
    return next?.weight === 1 ? [text + next.text] : [];
  });
}

/** Of Korean two syllables, before what is hung on; of Arabic what stands after the article and what is written to it. */
function stemOf(word: string): string[] {
  if (/^\p{sc=Hang}/u.test(word)) return word.length < 2 ? [] : [word.slice(0, 2)];
  if (/^\p{sc=Arab}/u.test(word)) {
    const bare = word.replace(
      /^(?:[\u0648\u0641]?[\u0628\u0643]?\u0627\u0644|[\u0648\u0641]?\u0644\u0644)(?=.{2})/u,
      "",
    );
    return bare.length < 3 ? [] : [bare.slice(0, 4)];
  }
  return /^\p{N}+$/u.test(word) || word.length > 3 ? [word.slice(0, 5)] : [];
}
