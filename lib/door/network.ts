import type { IncomingHttpHeaders } from "node:http";
import { isIPv4, isIPv6 } from "node:net";

/**
 * The network a request comes from, coarse enough not to be a person: `192.0.2.0/24` or `2001:db8:1::/48`; `unknown`
 * when it cannot be told.
 * @param socketAddress where the connection comes from
 * @param proxies how many proxies of ours stand before us: each has added one entry to X-Forwarded-For, at its right
 *   end. What stands further left was written by the client and is not believed.
 */
export function clientNetwork(
  socketAddress: string | undefined,
  headers: IncomingHttpHeaders,
  proxies: number,
): string {
  const direct = socketAddress ?? "";
  if (proxies === 0) return networkOf(direct);
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",");
  const hops = [...forwarded.split(",").map((hop) => hop.trim()), direct].filter((hop) => hop !== "");
  return networkOf(hops[Math.max(0, hops.length - 1 - proxies)] ?? "");
}

/** The /24 of an IPv4 address or the /48 of an IPv6 address; a port, brackets or a zone may hang on it. */
export function networkOf(address: string): string {
  const bare = address
    .replace(/^\[([^\]]*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIPv4(bare)) return prefix4(bare);
  if (!isIPv6(bare)) return "unknown";
  const groups = expand(bare);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!mapped)
    return `${groups
      .slice(0, 3)
      .map((group) => group.toString(16))
      .join(":")}::/48`;
  const [high = 0, low = 0] = groups.slice(6);
  return prefix4([high >> 8, high & 255, low >> 8].join("."));
}

function prefix4(address: string): string {
  return `${address.split(".").slice(0, 3).join(".")}.0/24`;
}

/** The eight groups of an IPv6 address (RFC 4291 §2.2); URL writes its many spellings in one (RFC 5952). */
function expand(address: string): number[] {
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [left = "", right] = plain.split("::");
  const before = groupsOf(left);
  const after = groupsOf(right ?? "");
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function groupsOf(text: string): number[] {
  return text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
}
