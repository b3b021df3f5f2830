import { negotiateLocale } from "@/lib/door/negotiate";

export const dynamic = "force-dynamic";

/** The bare address leads to the visitor's language. */
export function GET(request: Request): Response {
  const locale = negotiateLocale(request.headers.get("accept-language"));
  const location = `/${locale}${new URL(request.url).search}`;
  return new Response(null, {
    status: 307,
    headers: { location, vary: "Accept-Language", "cache-control": "no-cache" },
  });
}
