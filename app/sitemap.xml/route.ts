import { writeSitemap } from "@/lib/feeds/sitemap";

export const dynamic = "force-dynamic";

/** The public pages there are, in all their languages. */
export async function GET(): Promise<Response> {
  return new Response(await writeSitemap(), {
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "cache-control": "public, max-age=0, must-revalidate",
    },
  });
}
