import type { IncomingMessage, ServerResponse } from "node:http";
import { Refusal } from "@/lib/errors";
import { log } from "@/lib/log";
import { readBody, refuseForm } from "./body";
import type { Headers } from "./headers";
import { isOwnOrigin } from "./origin";
import type { Told } from "./pages";
import { isReason } from "./status";

export type FormSettings = {
  /** Our own origin. */
  origin: string;
  /** What every answer carries. */
  headers: Headers;
  network: (request: IncomingMessage) => string;
};

/**
 * Answers a form of the public side by its route module, without Next.
 * @returns what to tell instead, when the form is refused or its module answers 400 or more
 * @throws Gone when the client goes away
 */
export async function answerForm(
  request: IncomingMessage,
  response: ServerResponse,
  form: (request: Request) => Promise<Response>,
  settings: FormSettings,
): Promise<Told | undefined> {
  const status = isOwnOrigin("POST", request.headers, settings.origin) ? refuseForm(request.headers) : 403;
  const body = status === undefined ? await readBody(request) : undefined;
  if (body === undefined) return { status: status ?? 413 };
  const answer = await ask(form, webRequest(request, body, settings));
  if (!(answer instanceof Response)) return answer;
  if (answer.status >= 400) return { status: answer.status };
  const bytes = Buffer.from(await answer.arrayBuffer());
  response.setHeaders(new Map(Object.entries({ "cache-control": "no-store", ...settings.headers })));
  response.setHeaders(answer.headers);
  response.writeHead(answer.status, { "content-length": bytes.length }).end(bytes);
  return undefined;
}

async function ask(form: (request: Request) => Promise<Response>, request: Request): Promise<Response | Told> {
  try {
    return await form(request);
  } catch (err) {
    if (err instanceof Refusal) return { status: err.status, ...(isReason(err.code) ? { because: err.code } : {}) };
    log.error({ err }, "a form could not be answered");
    return { status: 500 };
  }
}

function webRequest(request: IncomingMessage, body: Buffer, { origin, network }: FormSettings): Request {
  return new Request(`${origin}${request.url}`, {
    method: "POST",
    headers: {
      "content-type": request.headers["content-type"] ?? "",
      "accept-language": request.headers["accept-language"] ?? "",
      "x-client-network": network(request),
    },
    body: new Uint8Array(body),
  });
}
