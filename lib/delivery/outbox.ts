import PostalMime from "postal-mime";
import { z } from "zod";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { unseal } from "@/lib/privacy/sealing";
import type { DeliveryTable } from "./claim.sql";
import { listCaptured, type OutboxEntry } from "./outbox.sql";
import { openStaffMail } from "./staff-mail";

export type { OutboxEntry };

/** One captured message as its receiver would have read it. */
export type OutboxMessage = {
  kind: OutboxEntry["kind"];
  subject: string;
  from: OutboxMailbox | null;
  to: OutboxMailbox | null;
  replyTo: OutboxMailbox | null;
  date: Date | null;
  /** With its angle brackets, as it stands in the head of the message. */
  messageId: string;
  text: string;
};

export type OutboxMailbox = { name: string; address: string };

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * The captured letters and mails of one organisation, newest first: metadata only.
 * @param before the cursor of the last entry of the page before
 * @throws Refusal not-found when that is no cursor of ours
 */
export async function listOutbox(page: {
  organisationId: string;
  before?: string;
  limit: number;
}): Promise<OutboxEntry[]> {
  if (page.before === undefined) return listCaptured(page.organisationId, null, page.limit);
  const cursor = cursorSchema.safeParse(page.before.split("_"));
  if (!cursor.success) throw new Refusal("not-found");
  const [stateAt, id] = cursor.data;
  return listCaptured(page.organisationId, { stateAt, id }, page.limit);
}

/**
 * Opens a captured message. It holds personal data: the caller writes the audit event.
 * @throws Refusal not-found, also when its key was forgotten or its bytes were erased
 */
export async function getOutboxMessage(message: {
  organisationId: string;
  table: DeliveryTable;
  id: string;
}): Promise<OutboxMessage> {
  const { table, id, organisationId } = message;
  const where = { id, organisationId, state: "captured" } as const;
  const row =
    table === "letters"
      ? await db().letter.findFirst({ where, select: { campaignId: true, sealedBytes: true } })
      : await db().mail.findFirst({
          where,
          select: { kind: true, campaignId: true, sealedBytes: true, staffAddress: true },
        });
  if (!row?.sealedBytes) throw new Refusal("not-found");
  const bytes = await openBytes({ ...row, sealedBytes: row.sealedBytes }, table, id);
  const { subject, from, to, replyTo, date, messageId, text } = await PostalMime.parse(bytes);
  return {
    kind: "kind" in row ? row.kind : "letter",
    subject: subject ?? "",
    from: mailbox(from),
    to: mailbox(to?.[0]),
    replyTo: mailbox(replyTo?.[0]),
    date: date ? new Date(date) : null,
    messageId: messageId ?? "—",
    text: (text ?? "").replace(/\r\n/g, "\n"),
  };
}

type CapturedRow = { campaignId: string | null; sealedBytes: Uint8Array; staffAddress?: string | null };

async function openBytes(row: CapturedRow, table: DeliveryTable, id: string): Promise<Buffer> {
  if (row.staffAddress) return openStaffMail(id, row.sealedBytes);
  if (!row.campaignId) throw new Refusal("not-found");
  const { data } = await getCampaignKeys(row.campaignId);
  return unseal(data, row.sealedBytes, `${table === "letters" ? "letter" : "mail"}:${id}`);
}

function mailbox(parsed: { name: string; address?: string } | undefined): OutboxMailbox | null {
  return parsed?.address ? { name: parsed.name, address: parsed.address } : null;
}
