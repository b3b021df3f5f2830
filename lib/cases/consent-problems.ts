import type { db } from "@/lib/db";
import type { AppealText, Prisma, SampleLetter } from "@/lib/generated/prisma/client";
import { loadMessages } from "@/lib/messages";
import { mentions, namesOf } from "./mask";
import { consentsTo, type ProtectedPerson, protectedShape } from "./persons";

/** A consent without which a revision may not be published; `person` is what members call them. */
export type ConsentProblem = {
  code: "name-consent-missing" | "slug-consent-missing" | "picture-consent-missing" | "press-consent-missing";
  person: string;
};

/**
 * What a revision shows or says of people who have not, or no longer, consented to it. For checks inside other verbs: it
 * asks for no access.
 * @param tx the transaction that publishes, if there is one
 */
export async function listConsentProblems(
  tx: Prisma.TransactionClient | ReturnType<typeof db>,
  campaignId: string,
  revisionId: string,
): Promise<ConsentProblem[]> {
  const {
    slug,
    distribution,
    case: its,
  } = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { slug: true, distribution: true, case: { select: { persons: { select: protectedShape } } } },
  });
  const { texts, sampleLetters, picture } = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId, campaignId },
    select: { texts: true, sampleLetters: true, picture: { select: { shows: true, credit: true } } },
  });
  const said = [picture?.credit ?? "", ...texts.flatMap(wordsOfText), ...sampleLetters.flatMap(wordsOfLetter)];
  // Something between them that is no gap, so that no name is found across two of them.
  const all = said.join("\n|\n");
  return its.persons.flatMap((person) =>
    problemsOf(person, {
      named: mentions(all, namesOf(person)),
      // Read in every address of the appeal.
      inSlug: mentions(slug, namesOf(person)),
      shown: picture?.shows.includes(person.id) ?? false,
      press: distribution === "press",
    }),
  );
}

type Appearance = { named: boolean; inSlug: boolean; shown: boolean; press: boolean };

function problemsOf(person: ProtectedPerson, { named, inSlug, shown, press }: Appearance): ConsentProblem[] {
  const missing: [ConsentProblem["code"], boolean][] = [
    ["name-consent-missing", named && !consentsTo(person, "name")],
    ["slug-consent-missing", inSlug && !consentsTo(person, "name")],
    ["picture-consent-missing", shown && !consentsTo(person, "picture")],
    ["press-consent-missing", press && (named || inSlug || shown) && !consentsTo(person, "press")],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([code]) => ({ code, person: personLabel(person) }));
}

/** What members call a person at risk: the public name, else another one, else that there is none. */
export function personLabel(person: Parameters<typeof namesOf>[0]): string {
  return namesOf(person)[0] ?? loadMessages("en").desk.persons.unnamed;
}

/** Everything of an appeal's text that is read in public. */
export function wordsOfText(text: AppealText): string[] {
  const { title, request, summary, body, notice, writeHint, pictureAlt } = text;
  return [title, request, summary, body, notice, writeHint, pictureAlt];
}

/** Everything of a sample letter that is read in public. */
export function wordsOfLetter(letter: SampleLetter): string[] {
  const { subject, subjects, opening, body, closing, requests, facts, ownWordsPrompt } = letter;
  return [subject, ...subjects, opening, body, closing, ownWordsPrompt, ...requests, ...facts];
}
