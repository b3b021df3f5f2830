import { makeLexicon, type Lexicon } from "./lexicon";
import ar from "./words/ar.json";
import de from "./words/de.json";
import en from "./words/en.json";
import es from "./words/es.json";
import fr from "./words/fr.json";
import itWords from "./words/it.json";
import ko from "./words/ko.json";
import pt from "./words/pt.json";
import zh from "./words/zh.json";

/** The languages appeals are read in. What they call things is data: one file for each. */
const files = { en, es, fr, de, pt, it: itWords, ko, ar, zh };
export type ReadLanguage = keyof typeof files;
export const readLanguages = Object.keys(files) as ReadLanguage[];

type File = typeof en;
type ListName = { [K in keyof File]: File[K] extends string[] ? K : never }[keyof File];
export type Label = keyof File["labels"];
export type Heading = keyof File["headings"];

/** A list of one language. */
export function wordsOf(language: ReadLanguage, list: ListName): readonly string[] {
  return files[language][list];
}

/** A list of all languages, each phrase with the languages that have it. */
function listLexicon(list: ListName): Lexicon<ReadLanguage> {
  return makeLexicon(
    readLanguages.flatMap((language) => files[language][list].map((phrase) => [phrase, language] as const)),
  );
}

function groupLexicon<G extends "labels" | "headings">(group: G): Lexicon<keyof File[G]> {
  return makeLexicon(
    readLanguages.flatMap((language) =>
      Object.entries(files[language][group]).flatMap(([meaning, phrases]: [string, string[]]) =>
        phrases.map((phrase) => [phrase, meaning as keyof File[G]] as const),
      ),
    ),
  );
}

export const labels = groupLexicon("labels");
export const headings = groupLexicon("headings");
export const lexicons = {
  offices: listLexicon("offices"),
  organisations: listLexicon("organisations"),
  bodies: listLexicon("bodies"),
  honorifics: listLexicon("honorifics"),
  salutations: listLexicon("salutations"),
  greetings: listLexicon("greetings"),
  stopwords: listLexicon("stopwords"),
  closings: listLexicon("closings"),
  thanks: listLexicon("thanks"),
  writing: listLexicon("writing"),
  asking: listLexicon("asking"),
  forwarding: listLexicon("forwarding"),
  embassies: listLexicon("embassies"),
  here: listLexicon("here"),
  yours: listLexicon("yours"),
  homes: listLexicon("homes"),
  by: listLexicon("by"),
  closedList: listLexicon("closedList"),
  endOfLetter: listLexicon("endOfLetter"),
  letterElsewhere: listLexicon("letterElsewhere"),
  calling: listLexicon("calling"),
  connectors: listLexicon("connectors"),
  deadlineWords: listLexicon("deadlineWords"),
  incidentWords: listLexicon("incidentWords"),
  private: listLexicon("private"),
  captive: listLexicon("captive"),
  enquiries: listLexicon("enquiries"),
  seized: listLexicon("seized"),
  seizing: listLexicon("seizing"),
};
