import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Chosen } from "@/lib/forms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { listFiltered } from "@/lib/library/queries";
import type { LibraryFilter } from "@/lib/library/schema";
import { lockMerged } from "./lock-merged";

/** Offices of the library that were chosen in it. */
export type ChosenRecipients = Chosen<LibraryFilter>;

/**
 * The organisation's recipients that were chosen, which nobody else changes until the transaction ends.
 * @param deep whether those that were merged into them are changed with them
 * @throws Refusal("count-changed") where another number fits the filter by now; Refusal("not-found") where one that was ticked is
 *   no recipient of the organisation, or not any more
 */
export async function chooseRecipients(
  tx: Prisma.TransactionClient,
  actor: Actor,
  chosen: ChosenRecipients,
  deep = false,
): Promise<string[]> {
  const asked = chosen.which === "all" ? await listFiltered(tx, actor, chosen.filter) : [...new Set(chosen.ids)];
  if (chosen.which === "all" && asked.length !== chosen.count) throw new Refusal("count-changed");
  if (!asked.every((id) => validate(id))) throw new Refusal("not-found");
  if (deep) await lockMerged(tx, actor, asked);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from recipients
    where id = any(${asked}::uuid[]) and organisation_id = ${actor.organisationId}::uuid and merged_into_id is null
    order by id for no key update`;
  const ids = rows.map(({ id }) => id);
  if (chosen.which === "ticked" && ids.length < asked.length) throw new Refusal("not-found");
  // Somebody may have changed one while its lock was waited for.
  if (chosen.which === "all" && !isSame(ids, await listFiltered(tx, actor, chosen.filter)))
    throw new Refusal("count-changed");
  return ids;
}

function isSame(ids: string[], others: string[]): boolean {
  return ids.length === others.length && new Set([...ids, ...others]).size === ids.length;
}
