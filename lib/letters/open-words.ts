import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { openSubmission } from "@/lib/signatures/open";
import { signerSchema } from "@/lib/signatures/schema";
import { saidBy } from "@/lib/signatures/said";
import { findMentioned } from "./do-not-mention";

/** What a member reads before they decide: what the writer typed, and which words of the list are in it. */
export type OpenedWords = {
  signatureId: string;
  language: string;
  letterLanguage: string;
  askedAt: Date | null;
  name: string;
  /** The letter, its text for each other version, and the paragraph of their own. */
  body: string;
  others: { name: string; text: string }[];
  ownWords: string;
  found: string[];
  recipientIds: string[];
};

/**
 * Opens the words of a writer whose letters are held for them. Recorded before they are shown.
 * @throws Refusal("no-access"); Refusal("not-found"), also once it was decided or the words were erased
 */
export async function openWords(actor: Actor, campaignId: string, signatureId: string): Promise<OpenedWords> {
  await requireAccess(actor, "signatures.open");
  const found = validate(signatureId) && validate(campaignId);
  const row = found ? await findHeld(actor, campaignId, signatureId) : null;
  if (!row?.submissionId || row.letters.length === 0) throw new Refusal("not-found");
  await recordEvent(actor, { action: "letter.read", subjectType: "signature", subjectId: signatureId });
  const submission = await db().submission.findUniqueOrThrow({ where: { id: row.submissionId } });
  const signer = signerSchema.parse(await openSubmission(submission));
  const versions = await db().letterVersion.findMany({ where: { revisionId: submission.revisionId } });
  const { name, body, bodies, ownWords } = signer;
  return {
    signatureId,
    language: row.language,
    letterLanguage: submission.letterLanguage,
    askedAt: row.wordsAskedAt,
    name,
    body,
    others: Object.entries(bodies).map(([key, text]) => ({
      name: versions.find((one) => one.key === key)?.name ?? "",
      text,
    })),
    ownWords,
    found: findMentioned(saidBy(signer), row.campaign.doNotMention),
    recipientIds: row.letters.map(({ recipientId }) => recipientId),
  };
}

async function findHeld({ organisationId }: Actor, campaignId: string, id: string) {
  return db().signature.findFirst({
    where: { id, campaignId, organisationId, state: "confirmed" },
    select: {
      submissionId: true,
      language: true,
      wordsAskedAt: true,
      campaign: { select: { doNotMention: true } },
      letters: { where: { state: "held", holdReason: "words" }, select: { recipientId: true } },
    },
  });
}
