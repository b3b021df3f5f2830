import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "./access";

/** What a member looked at or did: ids and codes only. */
export type AuditEntry = { action: string; subjectType?: string; subjectId?: string; reason?: string };

/**
 * Leaves an audit event of a member. Awaited before anything personal is shown: what is not recorded is not seen.
 * @param tx the transaction of the change it records
 */
export async function recordEvent(actor: Actor, entry: AuditEntry, tx: Prisma.TransactionClient = db()): Promise<void> {
  const { organisationId, accountId } = actor;
  await tx.auditEvent.create({ data: { id: uuid(), organisationId, accountId, ...entry } });
}
