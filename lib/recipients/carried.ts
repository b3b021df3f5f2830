import { env } from "@/lib/env";
import type { Channel } from "@/lib/generated/prisma/enums";

/** The channels we carry letters by ourselves: e-mail, and fax where a gateway is set. By the others a signer sends them. */
export function carriedChannels(): Channel[] {
  return env().FAX_GATEWAY === undefined ? ["email"] : ["email", "fax"];
}

/** Whether we carry letters by this channel. */
export function isCarried(channel: Channel): boolean {
  return carriedChannels().includes(channel);
}
