import { isLocale, type Locale } from "@/lib/locales";

/** Where a path leads. `kept` pages are the same for everyone and carry no token: they may be cached for a second. */
export type Place =
  | { kind: "page"; locale: Locale; rest: string; kept: boolean }
  | { kind: "embed"; kept: true }
  | { kind: "short" }
  | { kind: "desk" }
  | { kind: "api" }
  | { kind: "file" }
  | { kind: "other" };

const short = /^\/(?:privacy|(?:appeals|check|confirm|mine)\/[^/]+)$/;
const embed = /^\/embed\/[^/.]+$/;
const keptRest = /^(?:|\/appeals\/[^/.]+(?:\/sent|\/text)?|\/privacy|\/status\/[^/.]+)$/;

/** Sorts a path (no query, already accepted by `refuseTarget`) into the parts of the house. */
export function classify(path: string): Place {
  if (within(path, "/desk")) return { kind: "desk" };
  if (within(path, "/api")) return { kind: "api" };
  if (within(path, "/_next") || within(path, "/fonts") || path.startsWith("/__nextjs")) return { kind: "file" };
  if (short.test(path)) return { kind: "short" };
  if (embed.test(path)) return { kind: "embed", kept: true };
  const [, first = ""] = path.split("/", 2);
  if (!isLocale(first)) return { kind: "other" };
  const rest = path.slice(first.length + 1);
  return { kind: "page", locale: first, rest, kept: keptRest.test(rest) };
}

function within(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

const allowed: Record<string, RegExp> = {
  via: /^[a-z0-9][a-z0-9-]{0,39}$/,
  because: /^[a-z][a-z-]{0,39}$/,
  after: /^[a-z0-9][a-z0-9-]{0,99}$/,
};

/**
 * The part of a query that may change a kept page, always written the same way, so that one page has one key.
 * @param query with its question mark, or ""
 */
export function keptQuery(query: string, place: Place): string {
  if (query.length < 2) return "";
  const name = place.kind === "page" ? nameIn(place.rest) : "via";
  const value = new URLSearchParams(query).get(name) ?? "";
  return allowed[name]?.test(value) ? `?${name}=${value}` : "";
}

function nameIn(rest: string): string {
  if (rest === "") return "after";
  return rest.startsWith("/status/") ? "because" : "via";
}
