import type { IncomingHttpHeaders } from "node:http";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from our own pages (RFC 6454 §7): a missing Origin, `null` and any
 * other origin do not count. Methods that only read always pass.
 * @param own the origin of the installation, such as `https://appeals.example.org`
 */
export function isOwnOrigin(method: string, headers: IncomingHttpHeaders, own: string): boolean {
  return reading.has(method) || headers.origin === own;
}
