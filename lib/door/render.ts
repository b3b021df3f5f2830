import type { IncomingMessage, ServerResponse } from "node:http";
import { inject } from "light-my-request";
import type { Headers } from "./headers";

/** Next's request handler. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Rendered = { status: number; headers: Headers; body: Buffer };
export type Render = (url: string, headers: Headers) => Promise<Rendered>;

// Link (preloads), Set-Cookie and what else Next sends is for its router, not for plain pages.
const passed = [
  "content-type",
  "content-disposition",
  "content-language",
  "location",
  "retry-after",
  "cache-control",
  "x-robots-tag",
];

/**
 * Lets Next answer a GET inside this process and collects all of it. The visitor's own headers never get there, so
 * nothing of theirs can end in a page that others see.
 * @param origin whose host the page is told it is reached under
 * @param timeout milliseconds; a rendering that takes longer is given up with an AbortError
 */
export function renderer(handle: Handle, { origin, timeout }: { origin: string; timeout: number }): Render {
  const { host, protocol } = new URL(origin);
  const own = {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    "user-agent": "front-door",
  };
  return async (url, headers) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeout);
    try {
      const answer = await inject(dispatch, {
        method: "GET",
        url,
        headers: { ...own, ...headers },
        signal: late.signal,
      });
      return { status: answer.statusCode, headers: pick(answer.headers), body: answer.rawPayload };
    } finally {
      clearTimeout(timer);
    }
  };

  function dispatch(request: unknown, response: unknown): void {
    // The two stand-ins of light-my-request inherit from what Next expects.
    const answer = response as ServerResponse;
    handle(request as IncomingMessage, answer).catch((error: Error) => answer.destroy(error));
  }
}

function pick(headers: Record<string, string | string[] | number | undefined>): Headers {
  const picked: Headers = {};
  for (const name of passed) if (headers[name] !== undefined) picked[name] = String(headers[name]);
  const vary = varied([headers.vary ?? ""].flat().join(","));
  return vary === "" ? picked : { ...picked, vary };
}

/** What an answer depends on, without the headers of Next's router. */
function varied(header: string): string {
  const names = header.split(",").map((name) => name.trim());
  return names.filter((name) => name !== "" && !/^(?:rsc|next-)/i.test(name)).join(", ");
}
