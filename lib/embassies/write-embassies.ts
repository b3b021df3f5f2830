import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { recipientLimits } from "@/lib/recipients/schema";
import type { EmbassyInput } from "./schema";

type Tx = Prisma.TransactionClient;
export type NewEmbassy = { id: string; sample: boolean; input: EmbassyInput };

/**
 * Makes embassies with a recipient each, in six statements however many they are.
 * @returns whether all of them were made: of two for one pair of countries, the second is not
 */
export async function writeEmbassies(tx: Tx, { organisationId }: Actor, embassies: NewEmbassy[]): Promise<boolean> {
  const made = embassies.map((one) => ({ ...one, recipientId: uuidv7() }));
  const now = new Date();
  await tx.recipient.createMany({
    data: made.map(({ recipientId: id, sample, input: { represents, language } }) => ({
      id,
      organisationId,
      country: represents,
      language,
      sample,
    })),
  });
  await tx.recipientText.createMany({
    data: made.map(({ recipientId, input }) => ({ recipientId, organisationId, ...textOf(input) })),
  });
  await tx.holder.createMany({
    data: made.map(({ recipientId, input: { holder } }) => ({
      id: uuidv7(),
      recipientId,
      organisationId,
      name: holder || null,
      approvedAt: now,
    })),
  });
  await tx.address.createMany({
    data: made.flatMap(({ recipientId, input }) =>
      input.addresses.map((address, position) => ({
        id: uuidv7(),
        recipientId,
        organisationId,
        position,
        ...address,
      })),
    ),
  });
  const { count } = await tx.embassy.createMany({
    data: made.map(({ id, recipientId, input: { represents, host, coversAlso } }) => ({
      id,
      recipientId,
      organisationId,
      represents,
      host,
      coversAlso,
    })),
    skipDuplicates: true,
  });
  return count === made.length;
}

/** The office in the language of the desk; its short name is as much of it as fits. */
export function textOf({ office, salutation }: Pick<EmbassyInput, "office" | "salutation">) {
  return { language: "en", office, short: office.slice(0, recipientLimits.short).trim(), salutation };
}
