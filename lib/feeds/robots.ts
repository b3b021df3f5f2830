import { env } from "@/lib/env";

/** Paths behind a language that carry a token or are an answer to one visitor. */
const personal = ["check", "confirm", "mine", "thanks", "erased", "not-me", "status"];

/** What crawlers are asked to leave alone (RFC 9309): the desk, the interface, and every address that belongs to one person. */
export function writeRobots(): string {
  const closed = personal.flatMap((section) => [`/${section}/`, `/*/${section}/`]);
  return [
    "User-agent: *",
    ...["/desk", "/api/", ...closed, "/*/appeals/*/sent", "/*/appeals/*/mastodon"].map((path) => `Disallow: ${path}`),
    "Allow: /api/pictures/",
    "",
    `Sitemap: ${env().APP_URL}/sitemap.xml`,
    "",
  ].join("\n");
}
