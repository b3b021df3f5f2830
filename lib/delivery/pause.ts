import { v7 as uuidv7, validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { PauseInput } from "./schema";
import { steers } from "./steers";

type Tx = Prisma.TransactionClient;

/**
 * Keeps letters from leaving until the pause is ended: of everything here, or of the actor's organisation, one of its
 * campaigns, recipients or lanes. People can go on signing. Pausing what is paused is the same pause.
 * @returns the id of the pause
 * @throws Refusal("no-access"), Refusal("not-found") also for what belongs to another organisation
 */
export async function pauseDelivery(actor: Actor, input: PauseInput): Promise<string> {
  await requireAccess(actor, steers(input.scope));
  const { scope, reason } = input;
  return db().$transaction(async (tx) => {
    const { subjectId, lane } = await subjectOf(tx, actor, input);
    const organisationId = scope === "installation" ? null : actor.organisationId;
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      insert into pauses (id, scope, organisation_id, subject_id, lane, reason, made_by)
      values (${uuidv7()}::uuid, ${scope}::pause_scope, ${organisationId}::uuid, ${subjectId}::uuid, ${lane}, ${reason},
        ${actor.accountId}::uuid)
      on conflict (scope, organisation_id, subject_id, lane) where ended_at is null do nothing
      returning id`;
    if (!made) return findOpen(tx, { scope, organisationId, subjectId, lane });
    const entry = { action: "delivery.pause", subjectType: "pause", subjectId: made.id, reason: scope };
    await recordEvent(actor, entry, tx);
    return made.id;
  });
}

/** What the pause is of, and nothing beside it. */
async function subjectOf(tx: Tx, { organisationId }: Actor, { scope, subjectId, lane }: PauseInput) {
  if (scope === "installation" || scope === "organisation") return { subjectId: null, lane: null };
  if (scope === "lane") {
    if (!lane || !(await tx.address.findFirst({ where: { organisationId, lane } }))) throw new Refusal("not-found");
    return { subjectId: null, lane };
  }
  const where = { id: subjectId ?? "", organisationId };
  const found =
    validate(where.id) &&
    (await (scope === "campaign" ? tx.campaign.findFirst({ where }) : tx.recipient.findFirst({ where })));
  if (!found) throw new Refusal("not-found");
  return { subjectId: where.id, lane: null };
}

async function findOpen(tx: Tx, where: Prisma.PauseWhereInput): Promise<string> {
  const open = await tx.pause.findFirst({ where: { ...where, endedAt: null }, select: { id: true } });
  // Whoever ended it just now did not know that somebody wants it to go on.
  if (!open) throw new Refusal("changed-meanwhile");
  return open.id;
}
