import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import type { Address, Prisma } from "@/lib/generated/prisma/client";
import { rerouteLetters } from "./reroute-letters";
import type { AddressInput } from "./schema";

/** What becomes of letters that had nowhere to go: they `move` to what is added, or `wait` until a member lets them leave. */
export type WaitingLetters = "move" | "wait";

type Of = { actor: Actor; recipientId: string };

/**
 * Gives a recipient further addresses, behind those it has; one it has already stays as it is.
 */
export async function addAddresses(
  tx: Prisma.TransactionClient,
  { actor, recipientId }: Of,
  before: Pick<Address, "channel" | "value">[],
  addresses: AddressInput[],
  letters: WaitingLetters,
): Promise<void> {
  const { organisationId, accountId } = actor;
  const added = addresses
    .filter(({ channel, value }) => !before.some((one) => one.channel === channel && one.value === value))
    .map((address, at) => ({
      id: uuidv7(),
      organisationId,
      recipientId,
      position: before.length + at,
      ...address,
    }));
  if (added.length === 0) return;
  await tx.address.createMany({ data: added });
  await tx.auditEvent.createMany({
    data: added.map(({ id }) => ({
      id: uuidv7(),
      organisationId,
      accountId,
      subjectId: id,
      action: "address.added",
      subjectType: "address",
    })),
  });
  if (letters === "move") await rerouteLetters(tx, { actor, recipientId });
}
