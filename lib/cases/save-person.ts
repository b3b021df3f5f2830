import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { PersonAtRisk, Prisma } from "@/lib/generated/prisma/client";
import { personFingerprint } from "./changed";
import { wordsOfLetter, wordsOfText } from "./consent-problems";
import { lockOwnPerson, requireCase } from "./find-own";
import { insertPerson } from "./insert-person";
import { mentions, namesOf } from "./mask";
import type { PersonInput } from "./schema";

type Tx = Prisma.TransactionClient;

/**
 * Adds a person at risk to a case, or changes one. From now on their names are taken out of what is served unless a consent
 * covers them, so it is recorded. A name that is left out but still said by a text of the case is kept as an alias: else it
 * would be served again.
 * @param of of a person who is there `seen`, which names what the form was opened with
 * @returns the person's id
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("changed-meanwhile")
 */
export async function savePerson(
  actor: Actor,
  of: { caseId: string } | { personId: string; seen: string },
  input: PersonInput,
): Promise<string> {
  await requireAccess(actor, "cases.edit");
  return db().$transaction(async (tx) => {
    if ("caseId" in of) {
      await requireCase(tx, actor, of.caseId);
      return insertPerson(tx, actor, of.caseId, input);
    }
    const id = of.personId;
    const before = await lockOwnPerson(tx, actor, id);
    if (personFingerprint(before) !== of.seen) throw new Refusal("changed-meanwhile");
    const kept = await listSaidNames(tx, before, input);
    await tx.personAtRisk.update({ where: { id }, data: { ...input, aliases: [...input.aliases, ...kept] } });
    const reason = kept.length > 0 ? `names kept: ${kept.length}` : undefined;
    await recordEvent(actor, { action: "person.saved", subjectType: "person", subjectId: id, reason }, tx);
    return id;
  });
}

/** The names a person had and would have no more which a text, a sample letter, an address, a credit, an outcome or a STOP says. */
async function listSaidNames(tx: Tx, before: PersonAtRisk, after: PersonInput): Promise<string[]> {
  const still = new Set(namesOf(after));
  const dropped = [...new Set(namesOf(before))].filter((name) => !still.has(name));
  if (dropped.length === 0) return [];
  const { caseId } = before;
  const campaigns = await tx.campaign.findMany({
    where: { caseId },
    select: { slug: true, stopReason: true, revisions: { select: { texts: true, sampleLetters: true } } },
  });
  const pictures = await tx.picture.findMany({ where: { caseId }, select: { credit: true } });
  const outcomes = await tx.outcome.findMany({ where: { caseId }, select: { text: true, source: true } });
  const words = campaigns.flatMap(({ slug, stopReason, revisions }) => [
    slug,
    stopReason ?? "",
    ...revisions.flatMap(({ texts, sampleLetters }) => [
      ...texts.flatMap(wordsOfText),
      ...sampleLetters.flatMap(wordsOfLetter),
    ]),
  ]);
  const all = [
    ...words,
    ...pictures.map(({ credit }) => credit),
    ...outcomes.flatMap(({ text, source }) => [text, source]),
  ].join("\n|\n");
  return dropped.filter((name) => mentions(all, [name]));
}
