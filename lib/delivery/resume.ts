import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { flagDoubled } from "./flag-doubled.sql";
import { steers } from "./steers";

/**
 * Ends a pause: what it kept back leaves. One that a restored database began with ends only when everything that may have
 * left after its backup was made is flagged as possibly doubled. One that is over stays over.
 * @throws Refusal("no-access"), Refusal("not-found") also for a pause of another organisation
 */
export async function resumeDelivery(actor: Actor, pauseId: string): Promise<void> {
  await requireAccess(actor, "delivery.steer");
  const { organisationId, accountId } = actor;
  const where = { id: pauseId, OR: [{ organisationId }, { scope: "installation" as const }] };
  const pause = validate(pauseId) ? await db().pause.findFirst({ where }) : null;
  if (!pause) throw new Refusal("not-found");
  await requireAccess(actor, steers(pause.scope));
  if (pause.endedAt) return;
  if (pause.cause === "restored") await flagDoubled(pause.createdAt);
  await db().$transaction(async (tx) => {
    const ended = await tx.$executeRaw`
      update pauses set ended_at = now(), ended_by = ${accountId}::uuid where id = ${pauseId}::uuid and ended_at is null`;
    if (ended === 0) return;
    await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
    const entry = { action: "delivery.resume", subjectType: "pause", subjectId: pauseId, reason: pause.scope };
    await recordEvent(actor, entry, tx);
  });
}
