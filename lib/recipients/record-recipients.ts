import type { Actor } from "@/lib/accounts/access";
import { recordChange } from "@/lib/campaigns/record-change";
import { inLanguage } from "@/lib/campaigns/queries";
import type { Prisma } from "@/lib/generated/prisma/client";

type Tx = Prisma.TransactionClient;

/**
 * Changes whom a campaign writes to, and notes in its history how that reads before and after: by office and country, in their
 * order. What did not change is not noted.
 */
export async function recordRecipients<T>(
  tx: Tx,
  actor: Actor,
  campaignId: string,
  change: () => Promise<T>,
): Promise<T> {
  const before = await describe(tx, campaignId);
  const result = await change();
  const after = await describe(tx, campaignId);
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    await recordChange(tx, actor, { campaignId, revisionId: null, part: "recipients", before, after });
  }
  return result;
}

async function describe(tx: Tx, campaignId: string): Promise<Record<"to" | "copy" | "limits", string[]>> {
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
  const named = recipients.map(({ recipient: { id, country, texts }, ...row }) => {
    const short = texts.length > 0 ? inLanguage(texts, defaultLanguage, "en").short : id;
    return { ...row, name: `${short} (${country})` };
  });
  const inRole = (role: "to" | "copy") => named.filter((one) => one.role === role).map(({ name }) => name);
  const limits = named.flatMap(({ name, letterLimit }) => (letterLimit === null ? [] : `${name}: ${letterLimit}`));
  return { to: inRole("to"), copy: inRole("copy"), limits };
}
