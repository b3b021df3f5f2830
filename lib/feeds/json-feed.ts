import type { Feed } from "./open-feed";
import { asHtml } from "./xml";

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
export function writeJsonFeed({ title, description, language, page, address, entries }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: page,
    feed_url: `${address}/json`,
    language,
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      language: entry.language,
      content_html: asHtml(entry.paragraphs),
      content_text: entry.paragraphs.join("\n\n"),
      date_published: entry.published.toISOString(),
      date_modified: entry.updated.toISOString(),
      authors: [{ name: entry.organisation }],
    })),
  });
}
