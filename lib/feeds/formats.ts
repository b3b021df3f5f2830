import { writeAtom } from "./atom";
import { writeJsonFeed } from "./json-feed";
import type { Feed } from "./open-feed";
import { writeRss } from "./rss";

/** The formats a feed can be had in, by the end of its address. */
export const feedFormats = {
  atom: { name: "Atom", mediaType: "application/atom+xml", write: writeAtom },
  rss: { name: "RSS", mediaType: "application/rss+xml", write: writeRss },
  json: { name: "JSON Feed", mediaType: "application/feed+json", write: writeJsonFeed },
} satisfies Record<string, { name: string; mediaType: string; write: (feed: Feed) => string }>;

export type FeedFormat = keyof typeof feedFormats;

export function isFeedFormat(format: string): format is FeedFormat {
  return Object.hasOwn(feedFormats, format);
}

/** Where the feeds of a language are, for the head of a page. */
export function feedLinks(locale: string, title: string): Record<string, { url: string; title: string }[]> {
  return Object.fromEntries(
    Object.entries(feedFormats).map(([format, { mediaType, name }]) => [
      mediaType,
      [{ url: `/${locale}/feed/${format}`, title: `${title} (${name})` }],
    ]),
  );
}
