import { db } from "@/lib/db";
import { loadRouting } from "@/lib/routing/load";
import { ownLanguage, type Letters } from "./leaves-in";

/** A language that recipients of a campaign read. */
export type LetterNeed = {
  language: string;
  /** The first few who read it, by their short names, and how many more there are. */
  names: string[];
  more: number;
  /** Whether all of them have a letter in it. */
  written: boolean;
};

/** How many of those who read a language are named: a rule may lead to embassies everywhere. */
const named = 3;

/**
 * Which languages those read a campaign writes to, also by a rule alone; those without a letter first. Of whom that is not known
 * nothing is said.
 */
export async function listLetterNeeds(campaignId: string, letters: Letters): Promise<LetterNeed[]> {
  const { recipients } = await loadRouting(db(), campaignId);
  const known = Map.groupBy(
    recipients.filter(({ language }) => language !== ""),
    ({ language }) => language,
  );
  const needs = [...known].map(([language, all]) => ({
    language,
    names: all.slice(0, named).map(({ short }) => short),
    more: Math.max(0, all.length - named),
    written: all.every((one) => ownLanguage(letters, one) !== null),
  }));
  return needs.toSorted((one, other) => Number(one.written) - Number(other.written));
}
