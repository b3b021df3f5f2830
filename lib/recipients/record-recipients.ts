import type { Actor } from "@/lib/accounts/access";
import { recordAround } from "@/lib/campaigns/record-around";
import type { Back } from "@/lib/campaigns/record-change";
import type { Prisma } from "@/lib/generated/prisma/client";
import { shortName } from "./became";
import type { KeptList } from "./returning-list";

type Tx = Prisma.TransactionClient;

/**
 * Changes whom a campaign writes to, and notes in its history how that reads before and after: by office and country, in their
 * order. What did not change is not noted.
 * @param back of a list that is brought back
 */
export async function recordRecipients<T>(
  tx: Tx,
  actor: Actor,
  campaignId: string,
  change: () => Promise<T>,
  back?: Back,
): Promise<T> {
  const read = () => describe(tx, campaignId);
  const of = { campaignId, revisionId: null, part: "recipients", read, mark: markOf, ...back } as const;
  return recordAround(tx, actor, of, change);
}

/** Those who are written to stand before those who get a copy, however they are listed: that alone is no change. */
function markOf({ rows }: KeptList): string {
  return JSON.stringify(rows.toSorted((one, other) => other.role.localeCompare(one.role)));
}

async function describe(tx: Tx, campaignId: string): Promise<KeptList> {
  const { defaultLanguage, recipients } = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: {
      defaultLanguage: true,
      recipients: {
        orderBy: [{ position: "asc" }, { recipientId: "asc" }],
        select: {
          role: true,
          letterLimit: true,
          recipient: { select: { id: true, country: true, texts: { select: { language: true, short: true } } } },
        },
      },
    },
  });
  const rows = recipients.map(({ recipient, role, letterLimit }) => ({
    id: recipient.id,
    name: shortName(recipient, defaultLanguage),
    role,
    letterLimit,
  }));
  const inRole = (wanted: "to" | "copy") => rows.flatMap(({ role, name }) => (role === wanted ? name : []));
  const limits = rows.flatMap(({ name, letterLimit }) => (letterLimit === null ? [] : `${name}: ${letterLimit}`));
  return { to: inRole("to"), copy: inRole("copy"), limits, rows };
}
