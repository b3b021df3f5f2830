import type { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { mentions, namesOf } from "./mask";
import { consentsTo, protectedShape } from "./persons";

type Reader = Prisma.TransactionClient | ReturnType<typeof db>;

/** Everything the people of a case are called, with consent or without. */
export async function listNames(tx: Reader, caseId: string): Promise<string[]> {
  const persons = await tx.personAtRisk.findMany({ where: { caseId }, select: protectedShape });
  return persons.flatMap(namesOf);
}

/** Whether a text says a name of a person of the case who has not, or no longer, consented to that. */
export async function saysWithheldName(tx: Reader, caseId: string, text: string): Promise<boolean> {
  const persons = await tx.personAtRisk.findMany({ where: { caseId }, select: protectedShape });
  return persons.some((person) => !consentsTo(person, "name") && mentions(text, namesOf(person)));
}
