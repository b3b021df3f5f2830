import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { log } from "@/lib/log";
import { drain, Gone, refuseForm } from "./body";
import { classify, type Place } from "./classify";
import { findForm, type FormRoute } from "./form-route";
import { answerForm } from "./forms";
import { commonHeaders, type Headers, publicPolicy } from "./headers";
import { type Admit, asksFirst, isFormTooLarge, turnAway } from "./large-forms";
import { negotiateLocale } from "./negotiate";
import { clientNetwork } from "./network";
import { isOwnOrigin } from "./origin";
import { publicPages, type Told } from "./pages";
import { passer } from "./pass-on";
import { type Handle, renderer } from "./render";
import { sendReady } from "./send";
import type { StaticFiles } from "./static-files";
import { pathOf, refuseTarget } from "./target";
import { Busy } from "./turns";

export type DoorSettings = {
  handle: Handle;
  forms: FormRoute[];
  /** Without them (in development) Next sends all files itself. */
  files?: StaticFiles;
  /** Our own origin, such as `https://appeals.example.org`. */
  origin: string;
  /** How many proxies of ours stand before us. */
  proxies: number;
  admit: Admit;
  dev: boolean;
};

const reads = new Set(["GET", "HEAD"]);

/** The front door: answers every request of the installation, most by Next behind it. */
export function createDoor({ handle, forms, files, origin, proxies, admit, dev }: DoorSettings): RequestListener {
  const https = origin.startsWith("https:");
  const network = (request: IncomingMessage) => clientNetwork(request.socket.remoteAddress, request.headers, proxies);
  // In development a page is compiled at its first visit.
  const pages = publicPages(renderer(handle, { origin, timeout: dev ? 120_000 : 10_000 }), { https });
  const passOn = passer(handle, { origin, dev, network });
  const common = commonHeaders(https);
  const headers = { ...common, "content-security-policy": publicPolicy() };

  async function showPublic(
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
  ): Promise<Told | undefined> {
    const form = place.kind === "page" ? findForm(forms, pathOf(request.url ?? "")) : undefined;
    const { method = "" } = request;
    if (form && method === "POST") return answerForm(request, response, form, { origin, headers, network });
    if (!reads.has(method)) return { status: 405, more: { allow: form ? "GET, HEAD, POST" : "GET, HEAD" } };
    // Next keeps its error pages at such addresses.
    if (place.kind === "other" && request.url?.startsWith("/_")) return { status: 404 };
    // A page that leads on into a frame is in it already.
    if (place.kind === "short")
      return redirect(request, response, request.url?.startsWith("/embed/") ? common : headers);
    await pages.show(request, response, place);
    return undefined;
  }

  async function showFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<undefined> {
    const ready = reads.has(request.method ?? "") ? await files?.find(path) : undefined;
    if (ready) sendReady(request, response, ready);
    else await passOn(request, response, "file");
    return undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Told | undefined> {
    const { method = "", url = "" } = request;
    const refused = refuseTarget(url);
    if (refused !== undefined) return { status: refused };
    if (method === "TRACE") return { status: 405, more: { allow: "GET, HEAD" } };
    const path = pathOf(url);
    const place = classify(path);
    if (place.kind === "file" || files?.has(path)) return showFile(request, response, path);
    if (place.kind !== "desk" && place.kind !== "api") return showPublic(request, response, place);
    const guarded = place.kind === "desk" || path.startsWith("/api/auth");
    if (guarded && !isOwnOrigin(method, request.headers, origin)) return { status: 403 };
    if (guarded && isFormTooLarge(path, request.headers)) return { status: 413 };
    if (place.kind === "desk" && !(await isAdmitted(request, response, path))) return undefined;
    await passOn(request, response, place.kind);
    return undefined;
  }

  /** Not one byte of a large form is read for who may not send it, nor asked for. */
  async function isAdmitted(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    const asked = asksFirst(path, request.headers);
    const status = asked && (await admit(request.headers.cookie, asked.act));
    if (status !== undefined) turnAway(request, response, { status, path, headers });
    else if (expectsContinue(request)) response.writeContinue();
    return status === undefined;
  }

  async function meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const told = await answer(request, response).catch((error: unknown) => outcome(error, response));
    if (told === undefined) return;
    drain(request);
    await pages.tell(request, response, told);
  }

  return (request, response) => {
    const ready = request.method === "GET" ? pages.fresh(request.url ?? "") : undefined;
    if (ready) sendReady(request, response, ready);
    else meet(request, response).catch((err: unknown) => cut(err, response));
  };
}

/**
 * Answers `Expect: 100-continue` (RFC 9110 §10.1.1): who sends a form that will be refused need not send it. The desk's forms
 * are asked for by the door, once it knows who sends them.
 */
export function continueFirst(door: RequestListener): RequestListener {
  return (request, response) => {
    const { kind } = classify(pathOf(request.url ?? ""));
    if (kind === "desk" || (kind === "page" && refuseForm(request.headers) !== undefined)) {
      response.shouldKeepAlive = false;
    } else response.writeContinue();
    door(request, response);
  };
}

function expectsContinue({ headers }: IncomingMessage): boolean {
  return /\b100-continue\b/i.test(headers.expect ?? "");
}

/** From the short form of an address to the visitor's language. */
function redirect(request: IncomingMessage, response: ServerResponse, headers: Headers): undefined {
  const location = `/${negotiateLocale(request.headers["accept-language"])}${request.url}`;
  const own = { location, vary: "Accept-Language", "cache-control": "no-store", "content-length": "0" };
  response.writeHead(307, { ...headers, ...own }).end();
  return undefined;
}

/** What to tell when an answer failed on its way; undefined when nobody is there to be told. */
function outcome(error: unknown, response: ServerResponse): Told | undefined {
  if (error instanceof Gone) return undefined;
  const late = error instanceof Error && error.name === "AbortError";
  if (!(error instanceof Busy)) log.error({ err: error }, "a request could not be answered");
  if (response.headersSent) throw error;
  return late || error instanceof Busy ? { status: 503, more: { "retry-after": "10" } } : { status: 500 };
}

function cut(err: unknown, response: ServerResponse): void {
  log.error({ err }, "an answer was cut off");
  response.destroy();
}
