import type { Actor } from "@/lib/accounts/access";
import { recordAround } from "@/lib/campaigns/record-around";
import type { Change } from "@/lib/campaigns/record-change";
import type { Prisma } from "@/lib/generated/prisma/client";
import { whatBecame } from "@/lib/recipients/became";
import type { KeptVersions } from "./returning-versions";

type Tx = Prisma.TransactionClient;
type In = { campaignId: string; revisionId: string };

const list = new Intl.ListFormat("en");

/**
 * Changes the versions of the letter in a draft, or who stands in them, and notes in the campaign's history how they read before
 * and after. What did not change is not noted.
 * Offices that were merged into another one are left out: they get nothing any more.
 * @param more of versions that are brought back or removed
 */
export async function recordVersions<T>(
  tx: Tx,
  actor: Actor,
  of: In,
  change: () => Promise<T>,
  more: Pick<Change, "broughtBackId" | "notBack" | "apart"> = {},
): Promise<T> {
  const { campaignId, revisionId } = of;
  const read = () => describe(tx, actor, of);
  return recordAround(tx, actor, { campaignId, revisionId, part: "versions", read, ...more }, change);
}

async function describe(tx: Tx, actor: Actor, { campaignId, revisionId }: In): Promise<KeptVersions> {
  const { defaultLanguage } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const versions = await tx.letterVersion.findMany({
    where: { revisionId },
    orderBy: [{ position: "asc" }, { key: "asc" }],
    select: {
      key: true,
      name: true,
      recipients: {
        where: { recipient: { mergedIntoId: null } },
        orderBy: { recipientId: "asc" },
        select: { recipientId: true },
      },
    },
  });
  const ids = versions.flatMap(({ recipients }) => recipients.map(({ recipientId }) => recipientId));
  const now = await whatBecame(tx, actor, ids, defaultLanguage);
  const rows = versions.map(({ key, name, recipients }) => ({
    key,
    name,
    recipients: recipients.map(({ recipientId: id }) => ({ id, name: now.get(id)?.name ?? id })),
  }));
  return { rows, versions: rows.map((one) => `${one.name}: ${list.format(one.recipients.map(({ name }) => name))}`) };
}
