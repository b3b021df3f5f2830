import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { PersonAtRisk, Prisma } from "@/lib/generated/prisma/client";
import { wordsOfLetter, wordsOfText } from "./consent-problems";
import { getOwnPerson } from "./find-own";
import { mentions, namesOf } from "./mask";

/**
 * Removes a person at risk with the consents recorded for them.
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("not-possible-now") while a published text names them or a
 *   picture shows them: who is removed is protected by nobody any more
 */
export async function removePerson(actor: Actor, personId: string): Promise<void> {
  await requireAccess(actor, "cases.edit");
  await db().$transaction(async (tx) => {
    const person = await getOwnPerson(tx, actor, personId);
    if (await isShown(tx, person)) throw new Refusal("not-possible-now");
    await tx.consent.deleteMany({ where: { personId } });
    await tx.personAtRisk.delete({ where: { id: personId } });
    await recordEvent(actor, { action: "person.removed", subjectType: "person", subjectId: personId }, tx);
  });
}

async function isShown(tx: Prisma.TransactionClient, person: PersonAtRisk): Promise<boolean> {
  const { caseId, id } = person;
  if ((await tx.picture.count({ where: { caseId, shows: { has: id } } })) > 0) return true;
  const published = await tx.revision.findMany({
    where: { campaign: { caseId }, publishedAt: { not: null } },
    select: { texts: true, sampleLetters: true },
  });
  const said = { caseId, audience: "public", retractedAt: null } as const;
  const outcomes = await tx.outcome.findMany({ where: said, select: { text: true, source: true } });
  const stopped = await tx.campaign.findMany({
    where: { caseId, stopReason: { not: null } },
    select: { stopReason: true },
  });
  const words = [
    ...published.flatMap(({ texts }) => texts.flatMap(wordsOfText)),
    ...published.flatMap(({ sampleLetters }) => sampleLetters.flatMap(wordsOfLetter)),
    ...outcomes.flatMap(({ text, source }) => [text, source]),
    ...stopped.map(({ stopReason }) => stopReason ?? ""),
  ];
  return words.some((text) => mentions(text, namesOf(person)));
}
