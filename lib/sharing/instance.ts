import { isIP } from "node:net";
import { z } from "zod";

const domain = z.string().max(253).regex(z.regexes.domain);

/**
 * The server of the fediverse somebody typed: `mastodon.example`, its address, or their name there (`@me@mastodon.example`).
 * @returns its domain in lower case, in ASCII (RFC 5891); null for what is none, an IP address or has a port
 */
export function readInstance(typed: string): string | null {
  const place = typed
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/^[^/]*@/, "")
    .replace(/\/.*$/s, "");
  const { host = "" } = URL.parse(`https://${place}`) ?? {};
  return domain.safeParse(host).success && isIP(host) === 0 ? host : null;
}
