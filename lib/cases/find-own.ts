import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { PersonAtRisk, Prisma } from "@/lib/generated/prisma/client";

/** @throws Refusal("not-found") unless the actor's organisation has this case */
export async function requireCase(tx: Prisma.TransactionClient, actor: Actor, id: string): Promise<void> {
  const where = { id, organisationId: actor.organisationId };
  if (!validate(id) || (await tx.case.count({ where })) === 0) throw new Refusal("not-found");
}

/** @throws Refusal("not-found") unless this is a person at risk of the actor's organisation */
export async function getOwnPerson(tx: Prisma.TransactionClient, actor: Actor, id: string): Promise<PersonAtRisk> {
  const where = { id, organisationId: actor.organisationId };
  const person = validate(id) ? await tx.personAtRisk.findFirst({ where }) : null;
  if (!person) throw new Refusal("not-found");
  return person;
}

/** The same person, whom nobody else changes until the transaction ends. @throws Refusal("not-found") */
export async function lockOwnPerson(tx: Prisma.TransactionClient, actor: Actor, id: string): Promise<PersonAtRisk> {
  if (!validate(id)) throw new Refusal("not-found");
  await tx.$queryRaw`select 1 from persons_at_risk where id = ${id}::uuid for no key update`;
  return getOwnPerson(tx, actor, id);
}
