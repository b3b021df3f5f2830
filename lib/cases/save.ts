import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { caseFingerprint } from "./changed";
import type { CaseInput } from "./schema";

/**
 * Changes the facts of a case. Its country is public with each of its appeals, the rest is for members.
 * @param of `seen` names what the form was opened with
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("changed-meanwhile")
 */
export async function saveCase(
  actor: Actor,
  { caseId: id, seen }: { caseId: string; seen: string },
  { verifiedOn: verifiedAt, ...facts }: CaseInput,
): Promise<void> {
  await requireAccess(actor, "cases.edit");
  if (!validate(id)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from cases where id = ${id}::uuid for no key update`;
    const before = await tx.case.findFirst({ where: { id, organisationId: actor.organisationId } });
    if (!before) throw new Refusal("not-found");
    if (caseFingerprint(before) !== seen) throw new Refusal("changed-meanwhile");
    await tx.case.update({ where: { id }, data: { ...facts, verifiedAt } });
    await recordEvent(actor, { action: "case.saved", subjectType: "case", subjectId: id }, tx);
  });
}
