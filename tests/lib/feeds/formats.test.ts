import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { writeAtom } from "@/lib/feeds/atom";
import { writeJsonFeed } from "@/lib/feeds/json-feed";
import type { Feed } from "@/lib/feeds/open-feed";
import { writeRss } from "@/lib/feeds/rss";

const at = new Date("2026-11-27T10:00:00Z");
const nasty = `Ask <b>him</b> & "her" ]]> \u0000\u000b\ud800 'now'`;
const feed: Feed = {
  title: nasty,
  description: "d",
  language: "ar",
  page: "https://a.example/ar",
  address: "https://a.example/ar/feed",
  updated: at,
  entries: [
    {
      id: "https://a.example/appeals/x?a=1&b=2",
      address: "https://a.example/ar/appeals/x?a=1&b=2",
      title: nasty,
      language: "ar",
      organisation: "A & B",
      paragraphs: ["<script>", nasty],
      published: at,
      updated: at,
    },
  ],
};
const plain = `Ask <b>him</b> & "her" ]]>  'now'`;

/** The texts of elements by their names; a strict parser throws at whatever is no XML. */
function read(xml: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", () => texts.push(""));
  parser.on("text", (text) => texts.push((texts.pop() ?? "") + text));
  parser.on("closetag", ({ name }) => found.set(name, [...(found.get(name) ?? []), texts.pop() ?? ""]));
  parser.write(xml).close();
  return found;
}

test("RSS is XML whatever the texts say", () => {
  const rss = read(writeRss(feed));
  expect(rss.get("title")).toEqual([plain, plain]);
  expect(rss.get("link")).toEqual([feed.page, feed.entries[0]?.address]);
  expect(rss.get("pubDate")).toEqual(["Fri, 27 Nov 2026 10:00:00 GMT"]);
  expect(rss.get("description")?.[1]).toContain("<p>&lt;script&gt;</p>");
});

test("Atom is XML whatever the texts say", () => {
  const atom = read(writeAtom(feed));
  expect(atom.get("title")).toEqual([plain, plain]);
  expect(atom.get("id")).toEqual([feed.page, feed.entries[0]?.id]);
  expect(atom.get("updated")).toEqual(["2026-11-27T10:00:00.000Z", "2026-11-27T10:00:00.000Z"]);
  expect(atom.get("content")?.[0]).toContain("<p>&lt;script&gt;</p>");
});

test("JSON Feed has what its version asks for", () => {
  const json = JSON.parse(writeJsonFeed(feed)) as { version: string; items: Record<string, unknown>[] };
  expect(json.version).toBe("https://jsonfeed.org/version/1.1");
  expect(json.items[0]).toMatchObject({ id: feed.entries[0]?.id, url: feed.entries[0]?.address, title: nasty });
});
