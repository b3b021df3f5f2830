import { isLocale, type Locale } from "@/lib/locales";

/**
 * Where a path leads. `kept` pages are the same for everyone and carry no token: they may be cached for a second. Of these,
 * `drawn` ones take long to make, and stand in a line of their own so that no page waits for them.
 */
export type Place =
  | { kind: "page"; locale: Locale; rest: string; kept: boolean; drawn: boolean }
  | { kind: "listing"; kept: true; drawn: true }
  | { kind: "short" }
  | { kind: "desk" }
  | { kind: "api" }
  | { kind: "file" }
  | { kind: "other" };

const short = /^\/(?:privacy|(?:appeals|check|confirm|embed|mine)\/[^/]+)$/;
const listing = /^\/(?:robots\.txt|sitemap\.xml)$/;
const keptRest = /^(?:|\/appeals\/[^/.]+(?:\/sent|\/text|\/to\/[A-Z]{2})?|\/privacy|\/status\/[^/.]+)$/;
const keptFrame = /^\/embed\/[^/.]+(?:\/sent|\/status\/[^/.]+)?$/;
const drawnRest = /^\/(?:appeals\/[^/.]+\/(?:picture|poster|qr)|feed\/[a-z]+)$/;

/** Sorts a path (no query, already accepted by `refuseTarget`) into the parts of the house. */
export function classify(path: string): Place {
  if (within(path, "/desk")) return { kind: "desk" };
  if (within(path, "/api")) return { kind: "api" };
  if (within(path, "/_next") || within(path, "/fonts") || path.startsWith("/__nextjs")) return { kind: "file" };
  if (short.test(path)) return { kind: "short" };
  if (listing.test(path)) return { kind: "listing", kept: true, drawn: true };
  const [, first = ""] = path.split("/", 2);
  if (!isLocale(first)) return { kind: "other" };
  const rest = path.slice(first.length + 1);
  const drawn = drawnRest.test(rest);
  return { kind: "page", locale: first, rest, kept: drawn || keptRest.test(rest) || keptFrame.test(rest), drawn };
}

function within(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

const allowed: Record<string, RegExp> = {
  theme: /^[a-z]{1,20}$/,
  via: /^[a-z0-9][a-z0-9-]{0,39}$/,
  because: /^[a-z][a-z-]{0,39}$/,
  after: /^[a-z0-9][a-z0-9-]{0,99}$/,
};

/**
 * The part of a query that may change a kept page, always written the same way, so that one page has one key.
 * @param query with its question mark, or ""
 */
export function keptQuery(query: string, place: Place): string {
  if (query.length < 2 || isDrawn(place)) return "";
  const asked = new URLSearchParams(query);
  const kept = (place.kind === "page" ? namesIn(place.rest) : ["via"]).flatMap((name) => {
    const value = asked.get(name) ?? "";
    return allowed[name]?.test(value) ? [`${name}=${value}`] : [];
  });
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}

/** Whether a place is made in the line of what takes long. Its query says nothing but which version a reader knows. */
export function isDrawn(place: Place): boolean {
  return "drawn" in place && place.drawn;
}

function namesIn(rest: string): string[] {
  if (rest === "") return ["after"];
  if (isFramed(rest)) return /\/status\/[^/]*$/.test(rest) ? ["because", "theme", "via"] : ["theme", "via"];
  return [rest.startsWith("/status/") ? "because" : "via"];
}

/** Whether a path behind its language is one of the pages that the sites of others show in a frame. */
export function isFramed(rest: string): boolean {
  return rest.startsWith("/embed/");
}
