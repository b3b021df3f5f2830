import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";

type Facts = Omit<Prisma.CaseUncheckedCreateInput, "id" | "organisationId">;

/** Opens a case of the actor's organisation, within what else is made with it. @returns its id */
export async function insertCase(
  tx: Prisma.TransactionClient,
  { organisationId }: Pick<Actor, "organisationId">,
  facts: Facts,
): Promise<string> {
  const id = uuidv7();
  await tx.case.create({ data: { ...facts, id, organisationId } });
  return id;
}
