import type { Prisma } from "@/lib/generated/prisma/client";

/** Ends what was said about a STOP or its lifting: what has not left never will, and the rest counts as over. */
export async function endMails(
  tx: Prisma.TransactionClient,
  campaignId: string,
  kind: "stopped" | "lifted",
): Promise<void> {
  await tx.$executeRaw`
    update mails
    set over_at = now(), lease = case when state = 'transmitting' then lease end,
      lease_until = case when state = 'transmitting' then lease_until end,
      state_at = case when state in ('queued', 'waiting', 'claimed', 'held') then now() else state_at end,
      state = case when state in ('queued', 'waiting', 'claimed', 'held') then 'cancelled' else state end
    where campaign_id = ${campaignId}::uuid and kind = ${kind}::mail_kind and state <> 'cancelled' and over_at is null`;
}
