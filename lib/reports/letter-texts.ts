import { inLanguage } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import type { Disclosure, WritingWay } from "@/lib/generated/prisma/enums";
import { composeFor, mergeValues, sampleFor } from "@/lib/letters/write";
import { readBodies, type Typed } from "@/lib/signatures/schema";
import { asSigned } from "./as-signed";

/** What many letters of a campaign share: the names of their recipients, and how each is put together. */
export type LetterTexts = {
  /** The short name of a recipient in the campaign's own language, or the id where there is none. */
  nameOf: (recipientId: string) => string;
  /** @param of revision, recipient, holder, language, disclosure, language of the text to everybody @returns the whole letter, or "" without its sample */
  letterOf: (of: string[], typed: Typed) => string;
};

/** Reads them once for a whole export. */
export async function loadLetterTexts(campaign: {
  id: string;
  organisationId: string;
  defaultLanguage: string;
}): Promise<LetterTexts> {
  const { id, organisationId, defaultLanguage: fallback } = campaign;
  const [offices, holders, samples, standing] = await Promise.all([
    db().recipientText.findMany({ where: { organisationId } }),
    db().holder.findMany({ where: { organisationId } }),
    db().sampleLetter.findMany({ where: { organisationId, revision: { campaignId: id } } }),
    db().versionRecipient.findMany({ where: { organisationId, revision: { campaignId: id } } }),
  ]);
  const officesOf = Map.groupBy(offices, ({ recipientId }) => recipientId);
  const samplesOf = Map.groupBy(samples, ({ revisionId }) => revisionId);
  const standingOf = Map.groupBy(standing, ({ revisionId }) => revisionId);
  const holderBy = new Map(holders.map((holder) => [holder.id, holder]));
  return {
    nameOf(recipientId) {
      const texts = officesOf.get(recipientId);
      return texts ? inLanguage(texts, fallback, "en").short : recipientId;
    },
    letterOf(
      [revisionId = "", recipientId = "", holderId = "", language = "", disclosure, bodyLanguage = language],
      typed,
    ) {
      const [letters, texts] = [samplesOf.get(revisionId), officesOf.get(recipientId)];
      if (!letters || !texts) return "";
      const bodies = Object.entries(readBodies(typed.bodies)).map(([key, body]) => [key, asSigned(body)]);
      const words = {
        bodyLanguage,
        body: asSigned(typed.body),
        bodies: Object.fromEntries(bodies) as Record<string, string>,
        ownWords: asSigned(typed.ownWords),
        writing: (typed.writing ?? "edit") as WritingWay,
      };
      const writer = {
        name: asSigned(typed.name),
        country: typed.country ?? "",
        disclosure: disclosure as Disclosure,
        originalName: asSigned(typed.originalName),
        profession: asSigned(typed.profession),
      };
      const holder = holderBy.get(holderId);
      const values = mergeValues({ texts, holders: holder ? [holder] : [] }, writer, { language, fallback });
      const revision = { sampleLetters: letters, versionRecipients: standingOf.get(revisionId) ?? [] };
      const sample = sampleFor(revision, recipientId, { language, fallback });
      // The text is the same whatever subject it carried.
      return composeFor(sample, values, words, "0").text;
    },
  };
}
