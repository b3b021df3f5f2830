import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { domainOf } from "@/lib/delivery/mime";
import type { Prisma } from "@/lib/generated/prisma/client";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { laneOf, normaliseEmail } from "@/lib/privacy/email-keys";
import { seal } from "@/lib/privacy/sealing";
import { openSubmission } from "@/lib/signatures/open";
import type { HeldSigner } from "./lock-words";

/** Queues a mail to the writer of held letters in which a member says something. Sealed, for it may quote them. */
export async function mailWriter(
  tx: Prisma.TransactionClient,
  { organisationId }: Actor,
  { signer, kind, note }: { signer: HeldSigner; kind: "words_asked" | "words_refused"; note: string },
): Promise<void> {
  const { id: signatureId, campaignId, submissionId, language } = signer;
  const submission = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const { email = "" } = await openSubmission(submission);
  const { data } = await getCampaignKeys(campaignId);
  const id = uuidv7();
  const lane = laneOf(domainOf(normaliseEmail(email)));
  const sealedNote = new Uint8Array(seal(data, note, `mail-note:${id}`));
  const of = { organisationId, campaignId, signatureId, submissionId };
  await tx.mail.create({ data: { id, ...of, kind, language, lane, sealedNote } });
  await tx.$executeRaw`select graphile_worker.add_job('deliver')`;
}
