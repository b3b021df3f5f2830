import type { Appeal } from "@/lib/campaigns/queries";
import { listCaseNames } from "@/lib/cases/list-names";
import { mentions } from "@/lib/cases/mask";
import { db } from "@/lib/db";
import type { ComposedLetter } from "@/lib/letters/compose";

/** Why a writer is not to send a letter that lies with them, by the code of the refusal that says so. */
export type NotToSend = "letter-withheld" | "letter-superseded";

type Judge = (letter: Pick<ComposedLetter, "body" | "ownWords">) => NotToSend | null;

/**
 * What our own letters would be held for: their writer's words say a name that is withheld, or a later revision supersedes the
 * one they were written from. Who signs is not looked at, for they may be called the same.
 */
export async function judgeOwnLetters({ id, revision }: Pick<Appeal, "id" | "revision">): Promise<Judge> {
  const later = { campaignId: id, number: { gt: revision.number }, supersedesAt: { not: null } };
  const [names, superseding] = await Promise.all([
    listCaseNames([id]),
    db().revision.findFirst({ where: later, select: { id: true } }),
  ]);
  const hidden = names.get(id)?.hidden ?? [];
  return ({ body, ownWords }) => {
    if (mentions(`${body}\n|\n${ownWords}`, hidden)) return "letter-withheld";
    return superseding && "letter-superseded";
  };
}
