import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";

/**
 * Whether a member chose the file of an import: they may have their own rows back. The audit log says so; the import itself
 * names whoever started or undid it.
 * @param id a uuid
 */
export async function isUploader(
  { organisationId, accountId }: Pick<Actor, "organisationId" | "accountId">,
  id: string,
): Promise<boolean> {
  const where = { organisationId, accountId, subjectId: id, action: "import.uploaded" };
  return (await db().auditEvent.count({ where })) > 0;
}
