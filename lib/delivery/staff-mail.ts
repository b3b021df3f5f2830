import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { env } from "@/lib/env";
import type { Prisma } from "@/lib/generated/prisma/client";
import { laneOf, normaliseEmail } from "@/lib/privacy/email-keys";
import { deriveKey, seal, unseal } from "@/lib/privacy/sealing";
import { buildMime, domainOf, type Mailbox } from "./mime";

/** A mail of ours to a member, or to somebody who shall become one. */
export type StaffMail = {
  organisationId: string;
  /** The campaign it concerns, if it concerns one. */
  campaignId?: string;
  kind: "invitation" | "test_letter" | "second_factor_reset" | "account_notice";
  to: Mailbox;
  /** The name it comes from; its address is the installation's. */
  fromName: string;
  subject: string;
  text: string;
  /** A language tag (RFC 5646). */
  language: string;
};

/**
 * Queues a mail to a member in the transaction that causes it. It is rendered and sealed at once: nothing of it has to be
 * looked up later.
 */
export async function queueStaffMail(tx: Prisma.TransactionClient, mail: StaffMail): Promise<void> {
  const { organisationId, campaignId, kind, to, fromName, subject, text, language } = mail;
  const id = uuidv7();
  const from = { name: fromName, address: env().MAIL_FROM };
  const messageId = `${uuidv4()}@${domainOf(from.address)}`;
  const frame = { messageId, date: new Date(), autoSubmitted: "auto-generated" } as const;
  const bytes = await buildMime({ ...frame, from, to, subject, text, language });
  await tx.mail.create({
    data: {
      id,
      organisationId,
      campaignId,
      kind,
      language,
      staffAddress: to.address,
      lane: laneOf(domainOf(normaliseEmail(to.address))),
      messageId,
      sealedBytes: seal(staffKey(), bytes, `staff-mail:${id}`),
    },
  });
  await tx.$executeRaw`select graphile_worker.add_job('deliver')`;
}

/** The bytes of a queued mail to a member. @throws Error when they were sealed under another key */
export function openStaffMail(id: string, sealedBytes: Uint8Array): Buffer {
  return unseal(staffKey(), sealedBytes, `staff-mail:${id}`);
}

function staffKey(): Buffer {
  return deriveKey("staff-mails");
}
