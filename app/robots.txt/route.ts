import { writeRobots } from "@/lib/feeds/robots";

export const dynamic = "force-dynamic";

/** What crawlers are asked to leave alone. */
export function GET(): Response {
  return new Response(writeRobots(), {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
