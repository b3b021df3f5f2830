import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { DeliveryState, type HoldReason, type TallyState } from "@/lib/generated/prisma/enums";
import type { LetterQuery } from "./schema";
import { letterTally } from "./states";

/** Which letters to list. `before` is the id of the last letter of the page before. */
export type LetterFilter = LetterQuery & { limit: number };

const shape = {
  id: true,
  signatureId: true,
  recipientId: true,
  channel: true,
  language: true,
  state: true,
  stateAt: true,
  dueAt: true,
  createdAt: true,
  attemptCount: true,
  doubledAt: true,
  code: true,
  enhancedCode: true,
} satisfies Prisma.LetterSelect;

/** A letter without a word of it and nobody's name: where it stands. */
export type ListedLetter = Prisma.LetterGetPayload<{ select: typeof shape }>;

/** The states that count as one tally, as `letterTally` says. */
export function statesOf(tally: TallyState): DeliveryState[] {
  return Object.values(DeliveryState).filter((state) => letterTally(state) === tally);
}

/** Those from before reasons were kept had no address. */
function heldFor(reason: HoldReason): Prisma.LetterWhereInput {
  const holdReason = reason === "address" ? [{ holdReason: reason }, { holdReason: null }] : [{ holdReason: reason }];
  return { AND: { state: "held", OR: holdReason } };
}

/**
 * A page of a campaign's letters, newest first. Ids rise with time (UUID v7), so the id is the key of the page.
 * @returns the letters, and the `before` of the next page or null at the end
 * @throws Refusal("no-access")
 */
export async function listLetters(
  actor: Actor,
  campaignId: string,
  { state, recipient: recipientId, reason, before, limit }: LetterFilter,
): Promise<{ letters: ListedLetter[]; next: string | null }> {
  await requireAccess(actor, "letters.read");
  if (!validate(campaignId)) return { letters: [], next: null };
  const rows = await db().letter.findMany({
    where: {
      organisationId: actor.organisationId,
      campaignId,
      recipientId,
      state: state ? { in: statesOf(state) } : undefined,
      ...(reason && heldFor(reason)),
      id: before ? { lt: before } : undefined,
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: shape,
  });
  const letters = rows.slice(0, limit);
  return { letters, next: rows.length > limit ? (letters.at(-1)?.id ?? null) : null };
}
