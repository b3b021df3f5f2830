import { validate } from "uuid";
import { type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { getOutboxMessage, listOutbox, type OutboxEntry, type OutboxMessage } from "./outbox";

/** Whether this installation keeps every mail instead of sending it. */
export function capturesMail(): boolean {
  return env().SMTP_URL === undefined;
}

/**
 * A page of what was captured for the actor's organisation, newest first, without anything personal. Invitations are for
 * those alone who may invite: their links make members.
 * @param before the `next` of the page before
 * @throws Refusal("no-access"); Refusal("not-found") when mail is sent, not captured
 */
export async function openOutbox(
  actor: Actor,
  { before, limit }: { before?: string; limit: number },
): Promise<{ entries: OutboxEntry[]; next: string | null }> {
  await requireOutbox(actor);
  const found = await listOutbox({ organisationId: actor.organisationId, before, limit: limit + 1 });
  const entries = found.slice(0, limit);
  const shown = mayDo(actor, "members.manage") ? entries : entries.filter(({ kind }) => kind !== "invitation");
  return { entries: shown, next: found.length > limit ? (entries.at(-1)?.cursor ?? null) : null };
}

/**
 * One captured message, unsealed. It names its signer, so that it was opened is recorded before it is shown.
 * @throws Refusal like `openOutbox`; Refusal("not-found") also for a message of another organisation;
 * Refusal("no-access") also for an invitation, when the actor may not invite
 */
export async function openOutboxMessage(actor: Actor, table: string, id: string): Promise<OutboxMessage> {
  await requireOutbox(actor);
  if ((table !== "letters" && table !== "mails") || !validate(id)) throw new Refusal("not-found");
  const message = await getOutboxMessage({ organisationId: actor.organisationId, table, id });
  if (message.kind === "invitation") await requireAccess(actor, "members.manage");
  const subjectType = table === "letters" ? "letter" : "mail";
  await recordEvent(actor, { action: "outbox.read", subjectType, subjectId: id });
  return message;
}

async function requireOutbox(actor: Actor): Promise<void> {
  await requireAccess(actor, "outbox.read");
  if (!capturesMail()) throw new Refusal("not-found");
}
