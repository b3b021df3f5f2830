import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ChangedPart } from "@/lib/generated/prisma/enums";
import type { NotBack } from "@/lib/recipients/became";

type Tx = Prisma.TransactionClient;
type Said = Prisma.InputJsonObject;

export type Change = {
  campaignId: string;
  /** The revision it is made in; null for settings. */
  revisionId: string | null;
  part: ChangedPart;
  language?: string;
  /** Of a letter the key of its version. */
  version?: string;
  before: Said | null;
  after: Said | null;
  /** Never part of the change before it: what stood in between is to come back. */
  apart?: boolean;
} & Partial<Back>;

/** What an earlier state comes back by. */
export type Back = {
  /** The change whose earlier state comes back. */
  broughtBackId: string;
  /** What of it does not come back as it was. */
  notBack: NotBack[];
};

/**
 * Notes what a member changed in a campaign, in the transaction of the change. Saves of the same part that follow each other
 * within five minutes are one change, of half an hour at most.
 * @returns whether it is a change of its own
 */
export async function recordChange(tx: Tx, { organisationId, accountId }: Actor, change: Change): Promise<boolean> {
  const { campaignId, revisionId, part, language = "", version = "", before, after } = change;
  const { broughtBackId, notBack, apart = false } = change;
  const revision = revisionId ? await tx.revision.findUniqueOrThrow({ where: { id: revisionId } }) : null;
  const of = { campaignId, part, language, version };
  const last = await tx.revisionChange.findFirst({ where: of, orderBy: { id: "desc" } });
  const goesOn =
    last !== null &&
    !apart &&
    after !== null &&
    last.after !== null &&
    last.accountId === accountId &&
    last.revision === (revision?.number ?? null) &&
    !last.broughtBackId &&
    !broughtBackId;
  if (goesOn && (await goOn(tx, last.id, after))) return false;
  await tx.revisionChange.create({
    data: {
      ...of,
      id: uuidv7(),
      organisationId,
      accountId,
      revision: revision?.number ?? null,
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
      broughtBackId: broughtBackId ?? null,
      notBack: notBack ?? [],
    },
  });
  return true;
}

/** By the database's clock. */
async function goOn(tx: Tx, id: string, after: Said): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update revision_changes set after = ${JSON.stringify(after)}::jsonb, at = clock_timestamp()
    where id = ${id}::uuid and at > clock_timestamp() - interval '5 minutes'
      and started_at > clock_timestamp() - interval '30 minutes'`;
  return changed > 0;
}
