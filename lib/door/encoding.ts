import { weighted } from "./negotiate";

export type Encoding = "br" | "gzip" | "identity";

const known = new Map<string, Encoding>();

/**
 * The encoding to answer in (RFC 9110 §12.5.3): Brotli before gzip among those the client accepts, whatever their
 * weights, since both are ready. Remembered per header value: browsers send a handful of different ones.
 */
export function pickEncoding(header: string | string[] | undefined): Encoding {
  const text = typeof header === "string" ? header : "";
  const before = known.get(text);
  if (before !== undefined) return before;
  const picked = choose(text);
  if (known.size < 200) known.set(text, picked);
  return picked;
}

function choose(header: string): Encoding {
  const ranges = weighted(header).map(({ range }) => range);
  const refused = header.replaceAll(/\s/g, "").toLowerCase();
  const accepts = (name: string) =>
    ranges.includes(name) || (ranges.includes("*") && !new RegExp(`(^|,)${name};q=0(\\.0*)?(,|$)`).test(refused));
  if (accepts("br")) return "br";
  return accepts("gzip") ? "gzip" : "identity";
}
