import type { AppealRecipient } from "@/lib/campaigns/queries";
import type { Channel } from "@/lib/generated/prisma/enums";
import { pickAddress } from "@/lib/recipients/route";

type Letter = { recipient: AppealRecipient; channel: Channel | null };

/**
 * How many letters of a draft go by e-mail, whoever sends them, and whether their writer sends them from their own mail program.
 * Who has a mailbox for that alone leaves no choice and is not counted.
 */
export function byMail(letters: Letter[]): { count: number; own: boolean } {
  const mailed = letters.filter(
    ({ recipient, channel }) =>
      channel === "email" || (channel === "own_client" && pickAddress(recipient)?.channel === "email"),
  );
  return { count: mailed.length, own: mailed.some(({ channel }) => channel === "own_client") };
}
