import { connect, type Socket } from "node:net";

/** How many requests were answered as expected each second, and the time below which 99 of 100 stayed. */
export type Load = { perSecond: number; p99Ms: number };

type Job = { port: number; connections: number; status: number };

/**
 * Sends requests over kept connections, one at a time on each, and reads just enough of the answers to count them: the
 * generator shares the machine with what it measures, so it has to be cheap.
 * @param next the bytes of the next request, or null when there are no more
 * @throws Error at the first answer under another status
 */
export async function load({ port, connections, status }: Job, next: () => Buffer | null): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, () => drive(port, status, next, times)));
  const seconds = (performance.now() - began) / 1000;
  times.sort((one, other) => one - other);
  return { perSecond: times.length / seconds, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}

function drive(port: number, status: number, next: () => Buffer | null, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sentAt = 0;
    let seen = Buffer.alloc(0);
    const send = () => {
      const bytes = next();
      if (!bytes) return socket.end(() => resolve());
      sentAt = performance.now();
      return socket.write(bytes);
    };
    socket.on("connect", send).on("error", reject);
    socket.on("data", (chunk) => {
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
      const length = answerLength(seen);
      if (length === null || seen.length < length) return;
      if (!seen.subarray(9, 12).equals(Buffer.from(String(status)))) return fail(socket, seen, reject);
      times.push(performance.now() - sentAt);
      seen = seen.subarray(length);
      send();
    });
  });
}

function fail(socket: Socket, answer: Buffer, reject: (error: Error) => void): void {
  socket.destroy();
  reject(new Error(`unexpected answer: ${answer.subarray(0, 200).toString()}`));
}

/** The length of a whole answer, or null while its head is not complete. Every answer measured here says its length. */
function answerLength(bytes: Buffer): number | null {
  const head = bytes.indexOf("\r\n\r\n");
  if (head < 0) return null;
  const text = bytes.subarray(0, head).toString("latin1").toLowerCase();
  const at = text.indexOf("content-length:");
  return head + 4 + (at < 0 ? chunkedEnd(bytes, head) : Number.parseInt(text.slice(at + 15), 10));
}

// The only answers without a length are empty ones, sent as one last chunk.
function chunkedEnd(bytes: Buffer, head: number): number {
  return bytes.subarray(head + 4, head + 9).toString("latin1") === "0\r\n\r\n" ? 5 : 0;
}

/** A request as bytes. */
export function request(method: "GET" | "POST", path: string, headers: Record<string, string>, body = ""): Buffer {
  const lines = Object.entries({ host: "localhost", ...headers }).map(([name, value]) => `${name}: ${value}`);
  const length = method === "POST" ? [`content-length: ${Buffer.byteLength(body)}`] : [];
  return Buffer.from(`${[`${method} ${path} HTTP/1.1`, ...lines, ...length].join("\r\n")}\r\n\r\n${body}`);
}
