import { notFound } from "next/navigation";
import { allowed } from "@/app/desk/allowed";
import { type Actor, mayDo } from "@/lib/accounts/access";
import { type DeskCase, type DeskPerson, getCase } from "@/lib/cases/queries";

/** The address of a case in the desk, or of something below it. */
export function casePath(id: string, ...below: string[]): string {
  return ["/desk/cases", ...[id, ...below].map(encodeURIComponent)].join("/");
}

/** A case for a page that changes it: who may only read finds nothing there. */
export async function editableCase(actor: Actor, id: string): Promise<DeskCase> {
  return mayDo(actor, "cases.edit") ? allowed(getCase(actor, id)) : notFound();
}

/** A person of such a case. */
export async function editablePerson(actor: Actor, id: string, personId: string): Promise<DeskPerson> {
  const { persons } = await editableCase(actor, id);
  return persons.find((person) => person.id === personId) ?? notFound();
}
