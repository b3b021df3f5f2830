import { type Appeal, getAppealOf } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Submission } from "@/lib/generated/prisma/client";
import { readToken } from "@/lib/privacy/links";
import { checkTyped, type Issue } from "./check";
import { listRouted, type Routed } from "./list-routed";
import { openSubmission } from "./open";
import { signerSchema, type Signer, type Typed } from "./schema";

/** What a writer who was asked about their words may write anew. */
export type Rewriting = {
  signatureId: string;
  organisationId: string;
  appeal: Appeal;
  /** What their letters were made of until now. */
  submission: Submission;
  /** Their letters, each in the language it was signed in. */
  routed: Routed[];
  signer: Signer;
  /** What stands in the form, and the way it is written in: as it was signed, whatever the campaign says now. */
  typed: Typed;
  /** What is wrong with it. */
  issues: Issue[];
};

/**
 * The letters of a writer who was asked about their words, to be written anew.
 * @param draft the token of what they have just typed in vain
 * @throws Refusal link-unknown, also after erasure; not-possible-now once it was decided or withdrawn, or nobody asked;
 *   campaign-stopped, campaign-closed
 */
export async function getRewriting(token: string, draft?: string): Promise<Rewriting> {
  const id = readToken("mine", token);
  const signature = id && (await db().signature.findUnique({ where: { id }, include: { letters: heldForWords } }));
  if (!signature || !signature.submissionId) throw new Refusal("link-unknown");
  const submission = await db().submission.findUniqueOrThrow({ where: { id: signature.submissionId } });
  if (!submission.sealed) throw new Refusal("link-unknown");
  // What they chose once stays, whatever the campaign allows by now.
  const appeal = { ...(await getAppealOf(submission)), disclosures: [submission.disclosure] };
  requireWritable(appeal);
  const { state, wordsAskedAt, letters, organisationId } = signature;
  if (state !== "confirmed" || !wordsAskedAt || letters.length === 0) throw new Refusal("not-possible-now");
  const before = await openSubmission(submission);
  const signer = signerSchema.parse(before);
  const typed = await openDraft(signature.id, draft);
  const routed = await listRouted(appeal, submission);
  const said = { appeal, letters: routed, bodyLanguage: submission.letterLanguage };
  const issues = typed ? checkTyped(typed, said, submission.language).issues : [];
  const to = { appeal, submission, routed };
  // What was signed before there were several ways does not say in which.
  const shown = { ...(typed ?? before), writing: signer.writing };
  return { signatureId: signature.id, organisationId, ...to, signer, typed: shown, issues };
}

/** @throws Refusal campaign-stopped, campaign-closed: letters of a closed one still leave, those of an archived one do not */
export function requireWritable({ state, stoppedAt }: Pick<Appeal, "state" | "stoppedAt">): void {
  if (stoppedAt) throw new Refusal("campaign-stopped");
  if (state === "archived") throw new Refusal("campaign-closed");
}

async function openDraft(signatureId: string, token: string | undefined): Promise<Typed | null> {
  const id = token === undefined ? null : readToken("words", token);
  if (!id) return null;
  const where = { id, signatureId, submittedAt: null, sealed: { not: null }, expiresAt: { gt: new Date() } };
  const draft = await db().submission.findFirst({ where });
  return draft && openSubmission(draft);
}

const heldForWords = { where: { state: "held", holdReason: "words" }, take: 1, select: { id: true } } as const;
