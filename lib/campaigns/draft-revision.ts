import { v7 as uuidv7 } from "uuid";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { copyWords } from "./copy-words";
import { lockEditable } from "./lock";

type Tx = Prisma.TransactionClient;
type Of = { organisationId: string; campaignId: string; accountId: string; draftOnly?: boolean };

/**
 * The revision of a campaign that may still be changed: the newest one if it is not published, else a copy of it under the
 * next number, made now. What is published never changes. Locks the campaign, so that two editors get the same one,
 * and notes who edits it.
 * @param of `draftOnly`: for what saves by itself, which begins no new revision
 * @returns its id
 * @throws Refusal("not-found"), also for a campaign of another organisation; Refusal("not-possible-now") for an archived one;
 *   Refusal("being-edited"); Refusal("published-meanwhile") when only a draft may be changed and there is none
 */
export async function openDraftRevision(
  tx: Tx,
  { organisationId, campaignId, accountId, draftOnly = false }: Of,
): Promise<string> {
  await lockEditable(tx, { organisationId, campaignId, accountId });
  const newest = await tx.revision.findFirst({
    where: { campaignId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, publishedAt: true, pictureId: true },
  });
  if (newest && !newest.publishedAt) return newest.id;
  if (draftOnly) throw new Refusal("published-meanwhile");
  const id = uuidv7();
  const number = (newest?.number ?? 0) + 1;
  await tx.revision.create({ data: { id, organisationId, campaignId, number, pictureId: newest?.pictureId } });
  if (newest) await copyWords(tx, { from: newest.id, to: id });
  return id;
}
