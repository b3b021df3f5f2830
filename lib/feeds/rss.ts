import type { Feed } from "./open-feed";
import { asHtml, element, emptyElement } from "./xml";

/** A feed as RSS 2.0 (rssboard.org), with its own address as Atom says it. */
export function writeRss({ title, description, language, page, address, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    "<channel>",
    element("title", title),
    element("link", page),
    element("description", description),
    element("language", language),
    element("lastBuildDate", updated.toUTCString()),
    emptyElement("atom:link", { href: `${address}/rss`, rel: "self", type: "application/rss+xml" }),
    ...entries.map((entry) =>
      [
        "<item>",
        element("title", entry.title),
        element("link", entry.address),
        element("guid", entry.id, { isPermaLink: "true" }),
        element("pubDate", entry.published.toUTCString()),
        element("dc:creator", entry.organisation),
        element("dc:language", entry.language),
        element("description", asHtml(entry.paragraphs)),
        "</item>",
      ].join(""),
    ),
    "</channel></rss>",
    "",
  ].join("\n");
}
