import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { direction } from "@/lib/locales";
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
  /** When the writer wrote them anew. */
  changedAt: Date | null;
  name: string;
  /** The letter, its text for each other version, and the paragraph of their own. */
  body: string;
  others: { name: string; text: string; language: string; dir: "ltr" | "rtl" }[];
  ownWords: string;
  /** Other words of theirs that some of the held letters still have. */
  earlier: string[];
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
  if (!row || row.letters.length === 0) throw new Refusal("not-found");
  await recordEvent(actor, { action: "letter.read", subjectType: "signature", subjectId: signatureId });
  const [newest, ...others] = await openHeld(row.letters.map(({ submissionId }) => submissionId));
  if (!newest) throw new Refusal("not-found");
  const versions = await db().letterVersion.findMany({ where: { revisionId: newest.revisionId } });
  const { name, body, bodies, ownWords } = newest.signer;
  const earlier = others.flatMap(({ signer }) => saidBy(signer));
  return {
    signatureId,
    language: row.language,
    letterLanguage: newest.letterLanguage,
    askedAt: row.wordsAskedAt,
    changedAt: row.wordsChangedAt,
    name,
    body,
    others: Object.entries(bodies).map(([key, text]) => {
      const [version = "", language = newest.letterLanguage] = key.split(":", 2);
      const of = versions.find((one) => one.key === version);
      return { name: of?.name ?? "", text, language, dir: direction(language) };
    }),
    ownWords,
    earlier,
    found: findMentioned([...saidBy(newest.signer), ...earlier], row.campaign.doNotMention),
    recipientIds: row.letters.map(({ recipientId }) => recipientId),
  };
}

/** What was typed for the letters that are held, the newest first. */
async function openHeld(submissionIds: string[]) {
  const rows = await db().submission.findMany({
    where: { id: { in: submissionIds }, sealed: { not: null } },
    orderBy: { submittedAt: "desc" },
  });
  return Promise.all(rows.map(async (row) => ({ ...row, signer: signerSchema.parse(await openSubmission(row)) })));
}

async function findHeld({ organisationId }: Actor, campaignId: string, id: string) {
  return db().signature.findFirst({
    where: { id, campaignId, organisationId, state: "confirmed" },
    select: {
      language: true,
      wordsAskedAt: true,
      wordsChangedAt: true,
      campaign: { select: { doNotMention: true } },
      letters: { where: { state: "held", holdReason: "words" }, select: { recipientId: true, submissionId: true } },
    },
  });
}
