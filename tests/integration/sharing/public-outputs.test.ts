import { SaxesParser } from "saxes";
import sharp from "sharp";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getPicture } from "@/app/(site)/[locale]/appeals/[slug]/picture/route";
import { GET as getPoster } from "@/app/(site)/[locale]/appeals/[slug]/poster/route";
import { GET as getSitemap } from "@/app/sitemap.xml/route";
import { findAppeal } from "@/lib/campaigns/queries";
import { listOpenLinks } from "@/lib/campaigns/appeal-links";
import { db } from "@/lib/db";
import { writeAtom } from "@/lib/feeds/atom";
import { writeJsonFeed } from "@/lib/feeds/json-feed";
import { getOpenFeed } from "@/lib/feeds/open-feed";
import { writeRobots } from "@/lib/feeds/robots";
import { writeRss } from "@/lib/feeds/rss";
import { writeSitemap } from "@/lib/feeds/sitemap";
import { structuredData } from "@/lib/feeds/structured-data";
import type { Prisma } from "@/lib/generated/prisma/client";
import { locales } from "@/lib/locales";
import { log } from "@/lib/log";
import { sharingOffer } from "@/lib/sharing/offer";
import { findSharingPicture, pictureOf, picturePath, pictureSize } from "@/lib/sharing/picture";
import { findPoster, posterOf } from "@/lib/sharing/poster";
import { findAppealCode } from "@/lib/sharing/qr";
import { makeConsent } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { readPdf } from "@/tests/read-pdf";

let world: World;
let slug: string;
beforeEach(async () => {
  world = await makeWorld({ campaign: { deadlineAt: new Date("2030-01-02T12:00:00Z"), deadlineZone: "Asia/Seoul" } });
  slug = world.campaign.slug;
});

const change = (data: Prisma.CampaignUncheckedUpdateInput) =>
  db().campaign.update({ where: { id: world.campaign.id }, data });

async function appealAt(where = slug) {
  const appeal = await findAppeal(where);
  if (!appeal) throw new Error("no appeal in public");
  return appeal;
}

/** Everything that strangers can read without knowing an address, and what is drawn at a known one. */
async function everythingPublic(): Promise<Record<string, string>> {
  const feeds = await Promise.all(locales.map(getOpenFeed));
  const appeal = await findAppeal(slug);
  return {
    rss: feeds.map(writeRss).join(""),
    atom: feeds.map(writeAtom).join(""),
    json: feeds.map(writeJsonFeed).join(""),
    sitemap: await writeSitemap(),
    robots: writeRobots(),
    links: JSON.stringify(await listOpenLinks("en", { most: 50 })),
    data: (appeal && structuredData(appeal, "en")) ?? "",
    offer: JSON.stringify(appeal && sharingOffer(appeal, "en")),
    code: (await findAppealCode(slug)) ?? "",
    picture: (await findSharingPicture(slug, "en"))?.toString("base64") ?? "",
    poster: (await findPoster(slug, "en"))?.toString("base64") ?? "",
  };
}

const drawn = ["code", "picture", "poster"];

/** The names of the outputs in which something of the appeal is found. */
async function tellingOf(): Promise<string[]> {
  const all = Object.entries(await everythingPublic());
  return all
    .filter(([name, text]) => text.includes(slug) || (drawn.includes(name) && text !== ""))
    .map(([name]) => name);
}

describe("where an appeal is told of", () => {
  test("everywhere, while people can write", async () => {
    expect(await tellingOf()).toEqual([
      "rss",
      "atom",
      "json",
      "sitemap",
      "links",
      "data",
      "offer",
      "code",
      "picture",
      "poster",
    ]);
  });

  test("nowhere, when it is for the network only", async () => {
    await change({ distribution: "network_only" });
    expect(await tellingOf()).toEqual([]);
  });

  test.each(["draft", "archived"] as const)("nowhere, when it is %s", async (state) => {
    await change({ state, publishedAt: state === "draft" ? null : new Date() });
    expect(await tellingOf()).toEqual([]);
  });

  test("nowhere, when it was stopped", async () => {
    await change({ state: "closed", stoppedAt: new Date(), stopReason: "It may do harm." });
    expect(await tellingOf()).toEqual([]);
  });

  test.each([{ state: "closed" as const }, { state: "paused" as const }, { deadlineAt: new Date(0) }])(
    "only where it is found, not where it is passed on: %j",
    async (data) => {
      await change(data);
      expect(await tellingOf()).toEqual(["sitemap", "data"]);
      expect(JSON.parse(structuredData(await appealAt(), "en") ?? "")).not.toHaveProperty("image");
    },
  );
});

describe("a name nobody has consented to", () => {
  const text = {
    request: "Ask them to free Kim Chul-soo.",
    title: "Kim Chul-soo, 김철수",
    summary: "Kim Chul-soo was taken.",
  };
  beforeEach(() => db().appealText.updateMany({ where: { revisionId: world.revision.id }, data: text }));

  test("stands in nothing that is drawn, fed or passed on", async () => {
    const appeal = await appealAt();
    const inputs = locales.flatMap((locale) => [pictureOf(appeal, locale).input, posterOf(appeal, locale).input]);
    const { picture: _picture, poster: _poster, ...texts } = await everythingPublic();
    const poster = readPdf((await findPoster(slug, "en")) ?? Buffer.alloc(0)).text;
    const all = JSON.stringify([inputs, texts, poster]).replaceAll("\u2060", "");
    expect(all).not.toMatch(/Chul|김철수/);
    expect(all).toContain("[name withheld]");
  });

  test("changes the picture’s address when it may be said, and when no longer", async () => {
    const before = picturePath(await appealAt(), "en");
    const consent = await makeConsent(world.person, "name");
    const named = picturePath(await appealAt(), "en");
    expect(JSON.stringify(pictureOf(await appealAt(), "en").input)).toContain("Kim Chul-soo");
    await db().consent.update({ where: { id: consent.id }, data: { withdrawnAt: new Date() } });
    expect(named).not.toBe(before);
    expect(picturePath(await appealAt(), "en")).toBe(before);
  });
});

describe("what is drawn", () => {
  test.each(locales)("is a picture of the right size in %s, the same bytes each time", async (locale) => {
    const picture = await findSharingPicture(slug, locale);
    const { width, height, format } = await sharp(picture ?? Buffer.alloc(0)).metadata();
    expect({ width, height, format }).toEqual({ ...pictureSize, format: "png" });
    expect(picture?.length).toBeLessThan(300_000);
    expect(await findSharingPicture(slug, locale)).toEqual(picture);
  });

  test("is a poster of one page with the address on it, also of the longest request", async () => {
    const longest = {
      request: "w".repeat(20).concat(" ").repeat(9).slice(0, 199),
      summary: "A man was taken. ".repeat(400),
    };
    await db().appealText.updateMany({ where: { revisionId: world.revision.id }, data: longest });
    const { pages, text } = readPdf((await findPoster(slug, "en")) ?? Buffer.alloc(0));
    expect(pages).toBe(1);
    expect(text.replace(/[\s\u200b\u2060]/g, "")).toContain(`appeals.test/appeals/${slug}`);
  });

  test("is nothing where no font has the signs, nothing breaks, and it is not tried again", async () => {
    const warned = vi.spyOn(log, "warn");
    // Not yet given to any sign, so that no font of any machine has it.
    await db().appealText.updateMany({ where: { revisionId: world.revision.id }, data: { request: `\u2fe0 ${slug}` } });
    for (let time = 0; time < 3; time += 1) {
      expect(await findSharingPicture(slug, "en")).toBeNull();
      expect(await findPoster(slug, "en")).toBeNull();
    }
    expect(warned).toHaveBeenCalledTimes(2);
    warned.mockRestore();
  });

  test("is asked for again each time: what was withdrawn is shown by no cache", async () => {
    const at = { params: Promise.resolve({ locale: "en", slug }) };
    const request = new Request("http://appeals.test");
    const answers = await Promise.all([getPicture(request, at), getPoster(request, at), getSitemap()]);
    for (const { status, headers } of answers) {
      expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=0, must-revalidate"]);
    }
  });
});

test("the site map names each language a text is there in, with its others", async () => {
  const urls: { loc: string; alternates: string[] }[] = [];
  let inside = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    inside = name;
    if (name === "url") urls.push({ loc: "", alternates: [] });
    if (name === "xhtml:link") urls.at(-1)?.alternates.push(String(attributes["hreflang"]?.value));
  });
  parser.on("text", (text) => {
    const url = urls.at(-1);
    if (url && inside === "loc") url.loc += text;
  });
  parser.on("closetag", () => (inside = ""));
  const map = await writeSitemap();
  parser.write(map).close();
  expect(map).toContain('hreflang="zh-Hans" href="http://appeals.test/zh"');
  const own = urls.filter(({ loc }) => loc.endsWith(`/appeals/${slug}`));
  expect(own.map(({ loc }) => loc)).toEqual(
    ["en", "ar"].map((locale) => `http://appeals.test/${locale}/appeals/${slug}`),
  );
  for (const { alternates } of own) expect(alternates).toEqual(["en", "ar", "x-default"]);
});

test("crawlers are kept from every address with a token", () => {
  const robots = writeRobots();
  for (const section of ["check", "confirm", "mine", "thanks"]) {
    expect(robots).toContain(`Disallow: /${section}/\n`);
    expect(robots).toContain(`Disallow: /*/${section}/\n`);
  }
  expect(robots).toContain("Sitemap: http://appeals.test/sitemap.xml");
});

test("what machines are told of an appeal cannot end the script it stands in", async () => {
  const nasty = { request: "Ask </script><script>alert(1)</script>", title: "<!-- t" };
  await db().appealText.updateMany({ where: { revisionId: world.revision.id }, data: nasty });
  const data = structuredData(await appealAt(), "en") ?? "";
  expect(data).not.toContain("<");
  expect(JSON.parse(data)).toMatchObject({
    "@type": "Article",
    headline: nasty.request,
    publisher: { name: "Asian Rights Desk" },
    inLanguage: "en",
  });
});
