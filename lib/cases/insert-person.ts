import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { PersonInput } from "./schema";

/** Adds a person at risk to a case of the actor's organisation, which the caller has made sure of. @returns the person's id */
export async function insertPerson(
  tx: Prisma.TransactionClient,
  actor: Actor,
  caseId: string,
  input: PersonInput,
): Promise<string> {
  const id = uuidv7();
  await tx.personAtRisk.create({ data: { id, organisationId: actor.organisationId, caseId, ...input } });
  await recordEvent(actor, { action: "person.saved", subjectType: "person", subjectId: id }, tx);
  return id;
}
