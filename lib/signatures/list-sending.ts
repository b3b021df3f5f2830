import { findHost } from "@/lib/embassies/find-host";
import { type SendingView, sendingView } from "@/lib/letters/sending-view";
import type { OwnSignature } from "./queries";

/** What a signer needs for each of their letters that they send themselves, by its id. Of a stopped appeal nobody sends any. */
export async function listSending(own: OwnSignature): Promise<Map<string, SendingView>> {
  const sending = new Map<string, SendingView>();
  if (own.appeal.stoppedAt) return sending;
  const now = new Date();
  for (const letter of own.letters) {
    const host = letter.channel === "post" ? await findHost(letter.recipient.id) : null;
    const view = sendingView(own, letter, { now, host });
    if (view) sending.set(letter.id, view);
  }
  return sending;
}
