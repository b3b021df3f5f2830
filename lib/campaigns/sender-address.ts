import { env } from "@/lib/env";

/** Where an organisation's letters and mails come from. */
export function senderAddress({ senderAddress: own }: { senderAddress: string | null }): string {
  return own ?? env().MAIL_FROM;
}
