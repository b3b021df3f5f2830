import type { IncomingMessage, ServerResponse } from "node:http";
import { isLocale, type Locale } from "@/lib/locales";
import { log } from "@/lib/log";
import { classify, isDrawn, isFramed, keptQuery, type Place } from "./classify";
import { fallbackPage } from "./fallback";
import { framedSlug, leaveFrame, takeAncestors } from "./frame";
import { commonHeaders, type Headers, publicPolicy } from "./headers";
import { negotiateLocale } from "./negotiate";
import { pageCache } from "./page-cache";
import { makeReady, markOf, type Ready } from "./ready";
import type { Render, Rendered } from "./render";
import { isCompressible, sendOnce, sendReady, sendReadyAs } from "./send";
import { nearestCode, takeStatus } from "./status";
import { isInPieces, stripRuntime } from "./strip";
import { pathOf, queryOf } from "./target";
import { turns } from "./turns";

type Made =
  | { kind: "html"; status: number; body: Buffer; ancestors: string }
  | { kind: "data"; status: number; body: Buffer; headers: Headers }
  | { kind: "refused"; status: number };
type Kept = Exclude<Made, { kind: "html" }> | { kind: "ready"; ready: Ready; ancestors: string | undefined };

/** What to say when a request is refused: `because` is a reason with its own words, `more` are headers such as Allow. */
export type Told = { status: number; because?: string; more?: Headers };

export type Pages = {
  /** A kept page that is fresh, by the very text of the request target; the hot path. */
  fresh(url: string): Ready | undefined;
  /** Answers a GET or HEAD of the public side. @throws Busy, and what the rendering throws */
  show(request: IncomingMessage, response: ServerResponse, place: Place): Promise<void>;
  /** Answers with the page of a status; with bare words when that page cannot be rendered. */
  tell(request: IncomingMessage, response: ServerResponse, told: Told): Promise<void>;
};

/** The pages of the public side, as an anonymous visitor gets them: whole, plain, and the common ones from memory. */
export function publicPages(render: Render, { https }: { https: boolean }): Pages {
  const common = commonHeaders(https);
  const headOf = (ancestors?: string): Headers => ({
    ...common,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": publicPolicy(ancestors),
  });
  // Rendering is one thread's work: more at once only costs memory. Who waits behind 2,000 others is told to come back.
  const take = turns(8, 2000);

  async function keep(key: string, before: Kept | undefined): Promise<Kept> {
    const place = classify(pathOf(key));
    const made = finish(await render(key, internal(place, key)), place);
    if (made.kind === "refused" || (made.kind === "data" && made.status !== 200)) return made;
    const { status, body } = made;
    const ancestors = made.kind === "html" ? made.ancestors : undefined;
    const same = before?.kind === "ready" && before.ready.status === status && before.ancestors === ancestors;
    if (same && before.ready.mark === markOf(body)) return before;
    const caching = status === 200 ? "public, max-age=0, s-maxage=1, must-revalidate" : "no-store";
    const own: Headers = made.kind === "data" ? made.headers : {};
    const headers: Headers = { ...headOf(ancestors), "cache-control": caching, ...own };
    const compressible = isCompressible(headers["content-type"]);
    return { kind: "ready", ancestors, ready: await makeReady(body, { status, headers, compressible }) };
  }

  const cache = pageCache<Kept>(keep);
  // Pictures and papers: a few of them are kept, for each is as large as ten pages.
  const drawn = pageCache<Kept>(keep, { most: 100 });

  async function make(url: string, place: Place, acceptLanguage: string): Promise<Kept | Made> {
    const path = pathOf(url);
    const keeping = isDrawn(place) ? drawn : cache;
    if ("kept" in place && place.kept) return keeping.get(path + keptQuery(queryOf(url), place));
    const told = { ...internal(place, url), "accept-language": acceptLanguage };
    return take(async () => finish(await render(url, told), place));
  }

  async function tell(
    request: IncomingMessage,
    response: ServerResponse,
    { status, because, more }: Told,
  ): Promise<void> {
    const code = nearestCode(status);
    const locale = localeFor(request);
    const headers = { ...more, "cache-control": "no-store" };
    try {
      for (const path of statusPaths(request.url ?? "", locale, code)) {
        const page = await make(because ? withReason(path, because) : path, classify(pathOf(path)), "");
        if (page.kind === "ready") return sendReadyAs(request, response, { ready: page.ready, status, more: headers });
      }
    } catch (err) {
      log.error({ err, status }, "the status page could not be rendered");
    }
    const body = Buffer.from(fallbackPage(code, locale));
    await sendOnce(request, response, { status, headers: { ...headOf(), ...headers }, body });
  }

  return {
    fresh(url) {
      const page = cache.fresh(url);
      return page?.kind === "ready" ? page.ready : undefined;
    },
    async show(request, response, place) {
      const page = await make(request.url ?? "/", place, request.headers["accept-language"] ?? "");
      if (page.kind === "ready") return sendReady(request, response, page.ready);
      if (page.kind === "refused") return tell(request, response, page);
      const { status, body } = page;
      const caching = { "cache-control": "no-store" };
      const headers =
        page.kind === "html" ? { ...headOf(page.ancestors), ...caching } : { ...caching, ...headOf(), ...page.headers };
      await sendOnce(request, response, { status, headers, body });
    },
    tell,
  };
}

/** What our own pages are told about the request beyond its address. */
function internal(place: Place, url: string): Headers {
  if (place.kind !== "page") return {};
  const query = keptQuery(queryOf(url), place);
  return { "x-next-intl-locale": place.locale, "x-public-path": place.rest, "x-public-query": query };
}

/** The pages that tell of a status, the best first: in a frame one that may be shown there. */
function statusPaths(url: string, locale: Locale, code: number): string[] {
  const slug = framedSlug(pathOf(url));
  const plain = `/${locale}/status/${code}`;
  return slug === undefined ? [plain] : [`/${locale}/embed/${slug}/status/${code}${queryOf(url)}`, plain];
}

function withReason(path: string, because: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}because=${because}`;
}

function finish({ status, headers, body }: Rendered, place: Place): Made {
  // A route module that takes only forms has nothing to show at its own address.
  if (status >= 400) return { kind: "refused", status: status === 405 ? 404 : status };
  if (status >= 300) return { kind: "data", status, headers, body: Buffer.alloc(0) };
  const type = headers["content-type"] ?? "";
  // What Next's router would fetch (`/en.rsc`) is no address of ours.
  if (type.startsWith("text/x-component")) return { kind: "refused", status: 404 };
  if (!type.startsWith("text/html")) return { kind: "data", status, headers, body };
  const whole = body.toString();
  if (isInPieces(whole)) log.warn("a public page was streamed in pieces: part of it cannot be seen without script");
  const page = takeStatus(stripRuntime(whole));
  if (place.kind !== "page" || !isFramed(place.rest)) {
    return { kind: "html", status: page.status, body: Buffer.from(page.html), ancestors: "'none'" };
  }
  const { html, ancestors } = takeAncestors(page.html);
  return { kind: "html", status: page.status, body: Buffer.from(leaveFrame(html)), ancestors };
}

function localeFor(request: IncomingMessage): Locale {
  const [, first = ""] = pathOf(request.url ?? "").split("/", 2);
  return isLocale(first) ? first : negotiateLocale(request.headers["accept-language"]);
}
