import type { IncomingMessage, ServerResponse } from "node:http";
import { pickEncoding } from "./encoding";
import type { Headers } from "./headers";
import { compress, type Ready } from "./ready";

/** Sends what is ready in the encoding the client prefers, or 304 when it has it already (RFC 9110 §13.1.2). */
export function sendReady(request: IncomingMessage, response: ServerResponse, ready: Ready): void {
  const { headers } = request;
  const chosen = ready[pickEncoding(headers["accept-encoding"])];
  const known = headers["if-none-match"];
  if (known !== undefined && ready.status === 200 && knows(known, ready.mark)) {
    response.writeHead(304, chosen.unchanged).end();
    return;
  }
  response.writeHead(ready.status, chosen.head);
  if (chosen.text === undefined) response.end(chosen.body);
  else response.end(chosen.text, "latin1");
}

/** Sends what is ready under another status and with more headers, not to be kept by anybody. */
export function sendReadyAs(
  request: IncomingMessage,
  response: ServerResponse,
  { ready, status, more = {} }: { ready: Ready; status: number; more?: Headers },
): void {
  const { head, body } = ready[pickEncoding(request.headers["accept-encoding"])];
  const headers: Headers = {};
  for (let at = 0; at < head.length; at += 2) headers[head[at] ?? ""] = head[at + 1] ?? "";
  delete headers.etag;
  response.writeHead(status, { ...headers, "cache-control": "no-store", ...more }).end(body);
}

/** Sends bytes made for this one request. */
export async function sendOnce(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: { status: number; headers: Headers; body: Buffer },
): Promise<void> {
  const worthwhile = body.length > 200 && isCompressible(headers["content-type"]);
  const encoding = worthwhile ? pickEncoding(request.headers["accept-encoding"]) : "identity";
  const sent = await compress(body, encoding);
  const head: Headers = { ...headers, "content-length": String(sent.length) };
  if (encoding !== "identity") head["content-encoding"] = encoding;
  if (worthwhile) head.vary = headers.vary ? `${headers.vary}, Accept-Encoding` : "Accept-Encoding";
  response.writeHead(status, head).end(sent);
}

const compressible = /^(?:text\/|application\/(?:json|xml)|[^;]*\+(?:json|xml))/;

/** Whether a media type is one of text, which compression makes smaller. */
export function isCompressible(mediaType: string | undefined): boolean {
  return compressible.test(mediaType ?? "");
}

function knows(header: string, mark: string): boolean {
  return header.includes(`"${mark}`) || header.trim() === "*";
}
