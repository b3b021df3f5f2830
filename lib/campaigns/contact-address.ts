import { env } from "@/lib/env";

/** Where an organisation's letters and mails come from, and where it is asked. */
export function contactAddress({ senderAddress }: { senderAddress: string | null }): string {
  return senderAddress ?? env().MAIL_FROM;
}
