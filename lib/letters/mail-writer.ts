import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { domainOf } from "@/lib/delivery/mime";
import type { Prisma } from "@/lib/generated/prisma/client";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { laneOf, normaliseEmail } from "@/lib/privacy/email-keys";
import { seal } from "@/lib/privacy/sealing";
import { openSubmission } from "@/lib/signatures/open";
import type { HeldSigner } from "./lock-words";

type WriterMail = { kind: "words_asked" | "words_refused"; note: string } | { kind: "words_changed" };

/**
 * Queues a mail to the writer of held letters. What a member says in it is sealed, for it may quote them; one that their words
 * were changed quotes the submission they stand in.
 */
export async function mailWriter(
  tx: Prisma.TransactionClient,
  { organisationId }: Pick<Actor, "organisationId">,
  { signer, ...mail }: { signer: HeldSigner } & WriterMail,
): Promise<void> {
  const { id: signatureId, campaignId, submissionId, language } = signer;
  const submission = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const { email = "" } = await openSubmission(submission);
  const { data } = await getCampaignKeys(campaignId);
  const id = uuidv7();
  const lane = laneOf(domainOf(normaliseEmail(email)));
  const sealedNote = "note" in mail ? new Uint8Array(seal(data, mail.note, `mail-note:${id}`)) : null;
  const of = { organisationId, campaignId, signatureId, submissionId };
  await tx.mail.create({ data: { id, ...of, kind: mail.kind, language, lane, sealedNote } });
  await tx.$executeRaw`select graphile_worker.add_job('deliver')`;
}
