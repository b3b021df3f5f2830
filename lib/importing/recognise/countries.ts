import countries from "i18n-iso-countries";
import { makeLexicon, matchAll, type Lexicon } from "./lexicon";
import type { Token } from "./tokens";
import { readLanguages } from "./words";
import places from "./words/places.json";

/** A country spoken of: by its own name, by a word for its people, or by one of its towns. */
export type Place = { country: string; by: "name" | "adjective" | "city" };
export type FoundPlace = Place & { from: number; to: number };

/** Every country a text speaks of, in its order; `from` and `to` are numbers of tokens. */
export function findPlaces(tokens: readonly Token[]): FoundPlace[] {
  return matchAll(lexicon(), tokens)
    .filter(({ from, to }) => !isCommonWord(tokens, from, to))
    .map(({ value, from, to }) => ({ ...value, from, to }));
}

// Names of countries that are words or names of people too, unless they begin with a capital.
function isCommonWord(tokens: readonly Token[], from: number, to: number): boolean {
  const text = tokens[from]?.text ?? "";
  return to - from === 1 && /^\p{Ll}/u.test(text) && text.length < 7;
}

const lazy: { lexicon?: Lexicon<Place> } = {};

// A country's own name goes before the word for its people: "Philippines".
function lexicon(): Lexicon<Place> {
  return (lazy.lexicon ??= makeLexicon([
    ...listed("names", "name"),
    ...named(),
    ...people(),
    ...listed("cities", "city"),
  ]));
}

function listed(list: "names" | "cities" | "adjectives", by: Place["by"]): [string, Place][] {
  return Object.entries(places).flatMap(([country, lists]) =>
    lists[list].map((phrase): [string, Place] => [phrase, { country, by }]),
  );
}

/** "Korean" and "Koreans". */
function people(): [string, Place][] {
  return listed("adjectives", "adjective").flatMap(([word, place]): [string, Place][] => [
    [word, place],
    [`${word}s`, place],
  ]);
}

function named(): [string, Place][] {
  return readLanguages.flatMap((language) =>
    Object.entries(countries.getNames(language, { select: "all" })).flatMap(([country, names]) =>
      [names].flat().map((phrase): [string, Place] => [phrase, { country, by: "name" }]),
    ),
  );
}
