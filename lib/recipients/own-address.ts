import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { AddressStatus } from "@/lib/generated/prisma/enums";

type OwnAddress = { id: string; recipientId: string; status: AddressStatus; failures: number };

/**
 * An address in use of one of the organisation's recipients, that nobody else saves meanwhile.
 * @throws Refusal("not-found")
 */
export async function lockOwnAddress(
  tx: Prisma.TransactionClient,
  { organisationId }: Actor,
  addressId: string,
): Promise<OwnAddress> {
  const where = { id: addressId, organisationId, retiredAt: null };
  const address = validate(addressId) ? await tx.address.findFirst({ where, select: { recipientId: true } }) : null;
  if (!address) throw new Refusal("not-found");
  await tx.$queryRaw`select 1 from recipients where id = ${address.recipientId}::uuid for no key update`;
  const select = { id: true, recipientId: true, status: true, failures: true };
  const locked = await tx.address.findFirst({ where, select });
  if (!locked) throw new Refusal("not-found");
  return locked;
}
