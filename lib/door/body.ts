import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** The most bytes a form may have. Encoded for a form, an Arabic letter takes six bytes, a Chinese character nine. */
export const formLimit = 128 * 1024;

/**
 * Looks at the head of a form before its body is read.
 * @returns 415 for anything but `application/x-www-form-urlencoded`, 413 for a declared length over the limit, or
 *   undefined when the body may be read
 */
export function refuseForm(headers: IncomingHttpHeaders, limit = formLimit): 413 | 415 | undefined {
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/x-www-form-urlencoded") return 415;
  return Number(headers["content-length"] ?? 0) > limit ? 413 : undefined;
}

/**
 * Reads a body into memory.
 * @returns undefined as soon as more than `limit` bytes have come; the rest is left unread
 * @throws Gone when the client goes away or takes too long
 */
export function readBody(request: IncomingMessage, limit = formLimit): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        request.removeAllListeners("data");
        resolve(undefined);
      }
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", () => reject(new Gone()));
    request.on("close", () => reject(new Gone()));
  });
}

/** The client closed the connection before its request was whole: there is nobody to answer. */
export class Gone extends Error {}

/**
 * Lets the rest of a refused body run out unread, so that the client gets to see the answer (closing at once resets the
 * connection under it), but not without end.
 * @param most bytes after which the connection is cut
 */
export function drain(request: IncomingMessage, most = 8 * 1024 * 1024): void {
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) request.destroy();
  });
  request.resume();
}
