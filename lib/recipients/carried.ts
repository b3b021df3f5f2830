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

/**
 * In which order the channels of a recipient are tried: what we carry first, for most people send nothing themselves; then what
 * costs the signer a minute and no money; then paper.
 */
export function channelOrder(): Channel[] {
  const carried = carriedChannels();
  const theirs: Channel[] = ["web_form", "own_client", "fax", "post"];
  return [...carried, ...theirs.filter((channel) => !carried.includes(channel))];
}
