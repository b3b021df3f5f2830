import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Act } from "@/lib/accounts/access";
import { drain, formLimit } from "./body";
import type { Headers } from "./headers";

/** Says before a large form is read whether its sender may send it. */
export type Admit = (cookies: string | undefined, act: Act | undefined) => Promise<401 | 403 | undefined>;

const uploads: { page: RegExp; most: number; act: Act }[] = [
  { page: /^\/desk\/cases\/[^/]+\/pictures\/new$/, most: 16 * 1024 * 1024, act: "cases.edit" },
  { page: /^\/desk\/campaigns\/[^/]+\/original$/, most: 6 * 1024 * 1024, act: "campaigns.edit" },
  { page: /^\/desk\/campaigns\/paste$/, most: 6 * 1024 * 1024, act: "received.open" },
  // Half a million signs of Chinese are 1.5 MB, and what is said twice of them.
  { page: /^\/desk\/campaigns\/paste\/[^/]+$/, most: 6 * 1024 * 1024, act: "received.open" },
  // A file of 1 MB comes back as text and as bytes, each in the form and in the state it answers to.
  { page: /^\/desk\/embassies\/import$/, most: 16 * 1024 * 1024, act: "campaigns.edit" },
  { page: /^\/desk\/recipients\/import$/, most: 21 * 1024 * 1024, act: "recipients.manage" },
];
const deskLimit = 1024 * 1024;

/** Bytes that are still taken, and thrown away, of a form whose sender was turned away: the answer has to arrive first. */
export const takenAtMost = 256 * 1024;

/**
 * Whether a form behind the sign-in is larger than its page takes, or does not say how large it is, as browsers do.
 * @param path of the desk, or of next-auth, whose forms are small
 */
export function isFormTooLarge(
  path: string,
  { "transfer-encoding": coded, "content-length": length }: IncomingHttpHeaders,
): boolean {
  const page = path.startsWith("/desk") ? deskLimit : formLimit;
  const most = uploads.find((upload) => upload.page.test(path))?.most ?? page;
  return coded !== undefined || Number(length ?? 0) > most;
}

/** Whether it is to be asked who sends this before it is read, and by what act they may. */
export function asksFirst(
  path: string,
  { "content-length": length }: IncomingHttpHeaders,
): { act: Act | undefined } | undefined {
  if (Number(length ?? 0) <= formLimit) return undefined;
  return { act: uploads.find((upload) => upload.page.test(path))?.act };
}

/**
 * Answers who may not send a large form, at once and without reading it: a browser goes to sign in, or sees at the page itself
 * that there is nothing for it.
 */
export function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  { status, path, headers }: { status: 401 | 403; path: string; headers: Headers },
): void {
  const to = status === 401 ? `/desk/sign-in?${new URLSearchParams({ next: path })}` : path;
  const own: Headers = { ...headers, "cache-control": "no-store", "content-length": "0" };
  // What Next's router follows; it does so whatever the status is.
  if (request.headers["next-action"] !== undefined) own["x-action-redirect"] = `${to};push`;
  const navigates = request.headers["sec-fetch-mode"] === "navigate";
  response.writeHead(navigates ? 303 : status, navigates ? { ...own, location: to } : own).end();
  drain(request, takenAtMost);
}
