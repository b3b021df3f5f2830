import { inLanguage, type Appeal } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import type { Missing } from "@/lib/signatures/check";
import { openLines } from "./open-lines";
import { toEverybody } from "./versions";

/** The requests and facts a letter in one's own words should say, in its language, each with whether it was found. */
export function saidLines({ revision, defaultLanguage }: Appeal, lang: string, missing: Missing[]) {
  const { requests, facts } = openLines(inLanguage(toEverybody(revision.sampleLetters), lang, defaultLanguage));
  const lines = (texts: string[]) => texts.map((text) => ({ text, said: !missing.some((one) => one.text === text) }));
  return { requests: lines(requests), facts: lines(facts), lang, dir: direction(lang) };
}
