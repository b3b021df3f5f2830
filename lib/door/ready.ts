import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./encoding";
import type { Headers } from "./headers";

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/**
 * Bytes in one encoding with their head, as the flat list `writeHead` takes without copying. `text` is a short body as
 * Latin-1: Node writes it together with the head in one call (measured at 20 % less CPU than a buffer beside it).
 */
export type Sendable = { body: Buffer; text: string | undefined; head: string[]; unchanged: string[] };

// Head and body together have to fit into the 16 kB that Node writes from its stack.
const longestText = 14_000;

/** An answer made once and sent many times. `mark` is what its entity tags begin with. */
export type Ready = { status: number; mark: string } & Record<Encoding, Sendable>;

/**
 * Makes an answer ready to be sent: compressed, with a strong entity tag per encoding (RFC 9110 §8.8.3).
 * @param headers lower-case; content-length, etag, content-encoding and vary are added
 * @param compressible false for what is compressed in itself, such as pictures and fonts
 */
export async function makeReady(
  body: Buffer,
  { status = 200, headers, compressible = true }: { status?: number; headers: Headers; compressible?: boolean },
): Promise<Ready> {
  const mark = markOf(body);
  const plain = sendable(body, mark, headers, compressible ? "identity" : undefined);
  if (!compressible) return { status, mark, identity: plain, gzip: plain, br: plain };
  const [small, smaller] = await Promise.all([compress(body, "gzip"), compress(body, "br")]);
  return {
    status,
    mark,
    identity: plain,
    gzip: sendable(small, mark, headers, "gzip"),
    br: sendable(smaller, mark, headers, "br"),
  };
}

/** A short hash of bytes, for entity tags. */
export function markOf(body: Buffer): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 16);
}

/** Compresses for sending now, so Brotli at 5 of 11. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return gzipAsync(body);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliAsync(body, { params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: body.length } });
}

function sendable(body: Buffer, mark: string, headers: Headers, encoding: Encoding | undefined): Sendable {
  const coded = encoding === "br" || encoding === "gzip";
  const tags: Headers = { etag: `"${mark}${coded ? `-${encoding}` : ""}"` };
  if (encoding) tags.vary = "Accept-Encoding";
  const { "content-type": _type, ...lasting } = headers;
  return {
    body,
    text: body.length <= longestText ? body.toString("latin1") : undefined,
    head: Object.entries({
      ...headers,
      ...tags,
      ...(coded ? { "content-encoding": encoding } : {}),
      "content-length": String(body.length),
    }).flat(),
    unchanged: Object.entries({ ...lasting, ...tags }).flat(),
  };
}
