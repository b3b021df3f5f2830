import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import type { Actor } from "./access";

/** What a member looked at or did: ids and codes only. */
export type AuditEntry = { action: string; subjectType?: string; subjectId?: string; reason?: string };

/** Leaves an audit event of a member. Awaited before anything personal is shown: what is not recorded is not seen. */
export async function recordEvent(actor: Actor, entry: AuditEntry): Promise<void> {
  const { organisationId, accountId } = actor;
  await db().auditEvent.create({ data: { id: uuid(), organisationId, accountId, ...entry } });
}
