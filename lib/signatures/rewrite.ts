import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { findMentioned } from "@/lib/letters/do-not-mention";
import { freeWords } from "@/lib/letters/free-words";
import { type HeldSigner, lockWords } from "@/lib/letters/lock-words";
import { mailWriter } from "@/lib/letters/mail-writer";
import { hasConsent } from "@/lib/letters/release";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { makeToken } from "@/lib/privacy/links";
import { limitNetwork } from "@/lib/privacy/network-limit";
import { seal } from "@/lib/privacy/sealing";
import { asCampaignTakes } from "./as-campaign-takes";
import { checkTyped } from "./check";
import { getRewriting, requireWritable, type Rewriting } from "./rewriting";
import { saidBy } from "./said";
import { readBodies, type Signer, type Typed } from "./schema";

type Tx = Prisma.TransactionClient;
type Written = Pick<Typed, "body" | "bodies" | "ownWords">;

/**
 * Takes the words a writer writes anew because a member asked them to, once for each time they were asked. All of their
 * letters that have not left are made of them from now on; those that were held for the old ones go, or stay held where the
 * new ones, too, say what must not be mentioned. Nothing else of what they gave changes. They are told by mail, for whoever
 * holds their link could have written it.
 * @returns null; the token of a draft when something is wrong, which has changed nothing but keeps for an hour what was typed
 * @throws Refusal link-unknown, not-possible-now, campaign-stopped, campaign-closed, too-many-requests
 */
export async function rewriteLetters(token: string, written: Written, network: string): Promise<string | null> {
  await limitNetwork(network);
  const rewriting = await getRewriting(token);
  const { appeal, submission, routed: letters, typed: before } = rewriting;
  const { body = "", ownWords = "" } = written;
  const bodies = JSON.stringify({ ...readBodies(before.bodies), ...readBodies(written.bodies) });
  const { writing } = rewriting.signer;
  const typed: Typed = asCampaignTakes({ ...before, body, bodies, ownWords }, { ...appeal, writing });
  const { signer } = checkTyped(
    typed,
    { appeal, letters, bodyLanguage: submission.letterLanguage },
    submission.language,
  );
  const { data } = await getCampaignKeys(appeal.id);
  const id = newId(submission.id);
  const sealed = new Uint8Array(seal(data, JSON.stringify(typed), `submission:${id}`));
  await db().$transaction(async (tx) => {
    const asked = await lockAsked(tx, rewriting);
    await tx.submission.create({ data: { ...copied(rewriting), id, sealed, submittedAt: signer && new Date() } });
    if (!signer) return;
    await takeWords(tx, rewriting, { id, signer });
    await mailWriter(tx, rewriting, { signer: { ...asked, submissionId: id }, kind: "words_changed" });
  });
  return signer ? null : makeToken("words", id);
}

/** Subjects are told apart by the first digits of a submission's id: the letter keeps the one its writer has seen. */
function newId(before: string): string {
  return before.slice(0, 8) + uuidv4().slice(8);
}

/** @throws Refusal not-possible-now, campaign-stopped, campaign-closed: also when it has become so a moment ago */
async function lockAsked(tx: Tx, { appeal, organisationId, signatureId, submission }: Rewriting): Promise<HeldSigner> {
  const asked = await lockWords(tx, { organisationId }, { campaign: appeal.id, signature: signatureId });
  const { wordsAskedAt } = await tx.signature.findUniqueOrThrow({ where: { id: signatureId } });
  if (!wordsAskedAt || asked.submissionId !== submission.id) throw new Refusal("not-possible-now");
  requireWritable(await tx.campaign.findUniqueOrThrow({ where: { id: appeal.id } }));
  return asked;
}

/** What the new submission has of the one before. It is no further try from its address. */
function copied({ signatureId, submission }: Rewriting): Omit<Prisma.SubmissionUncheckedCreateInput, "id"> {
  const { createdAt: _createdAt, expiresAt: _expiresAt, routes, ...rest } = submission;
  return { ...rest, signatureId, limitKey: null, routes: routes as Prisma.InputJsonArray };
}

async function takeWords(tx: Tx, rewriting: Rewriting, { id, signer }: { id: string; signer: Signer }): Promise<void> {
  const { appeal, signatureId, organisationId } = rewriting;
  const words = { submissionId: id, wordsAskedAt: null, wordsChangedAt: new Date() };
  await tx.signature.update({ where: { id: signatureId }, data: words });
  await moveLetters(tx, signatureId, id);
  const { doNotMention } = await tx.campaign.findUniqueOrThrow({ where: { id: appeal.id } });
  if (findMentioned(saidBy(signer), doNotMention).length === 0) {
    await freeWords(tx, signatureId, { read: false, consent: await hasConsent(tx, appeal.id) });
  }
  const event = { action: "letter.rewritten", subjectType: "signature", subjectId: signatureId };
  await tx.auditEvent.create({ data: { id: uuidv7(), organisationId, ...event } });
}

/** A letter that may have arrived stays as it was: a second copy must be the same. */
async function moveLetters(tx: Tx, signatureId: string, submissionId: string): Promise<void> {
  await tx.$executeRaw`
    update letters
    set submission_id = ${submissionId}::uuid, sealed_bytes = null, words_read_at = null, lease = null, lease_until = null,
      state = case when state = 'claimed' then 'queued' else state end,
      state_at = case when state = 'claimed' then now() else state_at end
    where signature_id = ${signatureId}::uuid and ((state = 'held' and hold_reason = 'words') or (
      doubled_at is null and hold_reason is distinct from 'ambiguous'
      and state in ('queued', 'waiting', 'claimed', 'held', 'quarantined', 'failed', 'bounced', 'with_signer')))`;
}
