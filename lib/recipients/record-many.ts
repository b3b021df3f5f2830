import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { withQuery } from "@/lib/accounts/return-path";
import type { Prisma } from "@/lib/generated/prisma/client";
import { keepUndo } from "@/lib/undo/keep-undo";
import type { UndoAct } from "@/lib/undo/schema";
import type { ChosenRecipients } from "./choose-recipients";

type Act = {
  act: UndoAct;
  what?: string;
  chosen: ChosenRecipients;
  /** How many were chosen, and the ids of those that were changed. */
  count: number;
  ids: string[];
  before?: Prisma.InputJsonObject;
};

/** Records what was done with many recipients: once, with how many and which filter; and keeps the way back. @returns its id */
export async function recordMany(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { act, chosen, count, ids, ...kept }: Act,
): Promise<string> {
  const reason = `${ids.length}/${count} ${chosen.which === "all" ? filterText(chosen.filter) : "ticked"}`;
  const one = ids.length === 1 ? { subjectType: "recipient", subjectId: ids[0] } : {};
  await recordEvent(actor, { action: `recipients.${act}`, reason, ...one }, tx);
  return keepUndo(tx, actor, { act, chosen: count, ids, ...kept });
}

/** What was searched for may be a name: of it the log keeps that there was something. */
function filterText(filter: Record<string, unknown>): string {
  const said = Object.entries(filter).filter(([name, value]) => name !== "page" && value !== "");
  return withQuery("all", Object.fromEntries(said.map(([name, value]) => [name, name === "q" ? "…" : value])));
}
