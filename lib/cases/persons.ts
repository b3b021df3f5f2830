import type { Prisma } from "@/lib/generated/prisma/client";
import type { ConsentScope } from "@/lib/generated/prisma/enums";
import { type CaseNames, type Naming, namesOf } from "./mask";

/** What has to be read of a person at risk to know what may be said and shown of them. */
export const protectedShape = {
  id: true,
  publicName: true,
  originalScript: true,
  aliases: true,
  consents: { where: { withdrawnAt: null }, select: { scopes: true } },
} satisfies Prisma.PersonAtRiskSelect;

/** A person at risk with the consents that are active. */
export type ProtectedPerson = Naming & { id: string; consents: { scopes: ConsentScope[] }[] };

/** Whether an active consent of the person covers this. */
export function consentsTo({ consents }: Pick<ProtectedPerson, "consents">, scope: ConsentScope): boolean {
  return consents.some(({ scopes }) => scopes.includes(scope));
}

/** The names of a case's people: hidden without an active consent to the name, shown with one. */
export function caseNames(persons: ProtectedPerson[]): CaseNames {
  const named = (consented: boolean) =>
    persons.filter((person) => consentsTo(person, "name") === consented).flatMap(namesOf);
  return { hidden: named(false), shown: named(true) };
}

/** Whether everybody a picture shows is known here and consents to it. A picture of nobody needs no consent. */
export function mayShow(shows: string[], persons: ProtectedPerson[]): boolean {
  return shows.every((id) => {
    const person = persons.find((one) => one.id === id);
    return person !== undefined && consentsTo(person, "picture");
  });
}
