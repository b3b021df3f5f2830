import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { type Locale, locales } from "@/lib/locales";
import { demoAppeal } from "@/prisma/demo/appeal";
import { makeWorld } from "@/tests/factories";
import { postForm, type RunningSite, startSite } from "@/tests/running-site";

// The built site over real sockets: what may be framed by whom, and how many bytes a phone has to load.

const { slug } = demoAppeal;
const sites = "127.0.0.1:4000 *.partner.example";
const kilobyte = 1000;
/** A page is kept for a second, and on a busy machine a rendering takes some. */
const kept = { timeout: 15_000 };

async function get({ url }: RunningSite, path: string) {
  const response = await fetch(url + path, { headers: { "accept-encoding": "identity" }, redirect: "manual" });
  const policy = response.headers.get("content-security-policy") ?? "";
  return {
    status: response.status,
    location: response.headers.get("location"),
    ancestors: /frame-ancestors ([^;]*)/.exec(policy)?.[1],
    body: await response.text(),
  };
}

/** How many bytes of a file go over the wire to a browser. */
async function weight({ url }: RunningSite, path: string): Promise<number> {
  const { default: http } = await import("node:http");
  return new Promise((resolve, reject) => {
    http
      .get(url + path, { headers: { "accept-encoding": "br" } }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => (bytes += chunk.length));
        response.on("end", () => resolve(bytes));
      })
      .on("error", reject);
  });
}

function filesOf(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, file = ""]) => file))];
}

async function weightOfAll(site: RunningSite, files: string[]): Promise<number> {
  const weights = await Promise.all(files.map((file) => weight(site, file)));
  return weights.reduce((sum, one) => sum + one, 0);
}

const scripts = /<script\b[^>]*\ssrc="([^"]+)"/g;
const styles = /<link rel="stylesheet" href="([^"]+)"/g;

/** The appeal's page and its frame are not heavier than a slow line bears, with a letter that leaves in this language. */
async function expectSmall(site: RunningSite, locale: Locale, leavesIn: Locale): Promise<void> {
  const [path, framed] = [`/${locale}/appeals/${slug}`, `/${locale}/embed/${slug}`];
  const text = demoAppeal.letters[leavesIn].body.slice(0, 40);
  await expect.poll(async () => (await get(site, path)).body.includes(text), kept).toBe(true);
  await expect.poll(async () => (await get(site, framed)).body.includes(text), kept).toBe(true);
  const [page, frame] = [await get(site, path), await get(site, framed)];
  const where = `in ${locale}, its letter in ${leavesIn},`;
  expect.soft(await weight(site, path), `the page ${where}`).toBeLessThanOrEqual(15 * kilobyte);
  const script = filesOf(page.body, scripts);
  expect.soft(await weightOfAll(site, script), `its script ${where}`).toBeLessThanOrEqual(20 * kilobyte);
  const style = filesOf(page.body, styles);
  expect.soft(await weightOfAll(site, style), `its style sheet ${where}`).toBeLessThanOrEqual(8 * kilobyte);
  const files = [framed, ...filesOf(frame.body, scripts), ...filesOf(frame.body, styles)];
  expect(files, `what the frame ${where} loads`).toHaveLength(3);
  expect.soft(await weightOfAll(site, files), `the frame ${where}`).toBeLessThanOrEqual(30 * kilobyte);
}

// Twenty-four pages are rendered, on machines that have other things to do.
test(
  "the built site: frames stay with those who may show them, and pages stay small",
  { timeout: 180_000 },
  async () => {
    const site = await startSite();
    const { url } = site;
    const { id } = await db().campaign.findFirstOrThrow({ where: { slug } });

    expect((await get(site, `/en/embed/${slug}`)).ancestors, "nobody at first").toBe("'none'");
    await db().campaign.update({ where: { id }, data: { embedHosts: sites.split(" ") } });
    const short = await get(site, `/embed/${slug}?via=a`);
    expect([short.status, short.location, short.ancestors]).toEqual([307, `/en/embed/${slug}?via=a`, undefined]);
    await expect.poll(async () => (await get(site, `/en/embed/${slug}`)).ancestors, kept).toBe(sites);

    const first = await get(site, `/en/embed/${slug}?theme=moss&via=friends`);
    expect(first.ancestors).toBe(sites);
    expect(first.body).toContain('data-theme="moss"');
    expect(first.body).not.toContain("frame-ancestors");
    expect(first.body.includes(`action="/en/embed/${slug}?theme=moss&amp;via=friends"`), "the form stays in it").toBe(
      true,
    );

    const typed = { name: "Ann Lee", country: "FR", disclosure: "full", email: "ann@signers.test" };
    const body = demoAppeal.letters.en.body;
    const check = await postForm(url, `/en/embed/${slug}?theme=moss`, { ...typed, body, via: "friends" });
    expect(check).toMatch(new RegExp(`^/en/embed/${slug}/check/[\\w-]{43}\\?theme=moss$`));
    const checked = await get(site, check);
    expect([checked.status, checked.ancestors]).toEqual([200, sites]);
    const other = await makeWorld({ campaign: { embedHosts: ["other.example"] } });
    const elsewhere = await get(site, check.replace(slug, other.campaign.slug));
    expect([elsewhere.status, elsewhere.ancestors], "in another appeal's frame").toEqual([404, "other.example"]);
    expect(elsewhere.body).not.toContain("Ann Lee");

    const sent = await postForm(url, check);
    expect(sent).toBe(`/en/embed/${slug}/sent?theme=moss`);
    expect((await get(site, sent)).ancestors).toBe(sites);
    expect((await db().signature.findFirstOrThrow({ where: { campaignId: id } })).partner).toBe("friends");
    const token = "x".repeat(43);
    for (const path of [
      `/appeals/${slug}`,
      `/check/${token}`,
      `/confirm/${token}`,
      `/mine/${token}`,
      `/thanks/${token}`,
    ]) {
      expect((await get(site, `/en${path}`)).ancestors, path).toBe("'none'");
    }

    for (const locale of locales) await expectSmall(site, locale, locale);
    expect((await get(site, `/en/appeals/${slug}`)).body).toContain("application/json+oembed");

    // Each paragraph stands there in Arabic and in the reader's language.
    await db().recipient.updateMany({ data: { language: "ar" } });
    for (const locale of locales) await expectSmall(site, locale, "ar");

    await db().campaign.update({ where: { id }, data: { state: "paused" } });
    const refused = await fetch(`${url}/en/embed/${slug}`, {
      method: "POST",
      headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(typed).toString(),
      redirect: "manual",
    });
    expect([refused.status, refused.headers.get("content-security-policy")]).toEqual([
      409,
      expect.stringContaining(sites),
    ]);
    await expect.poll(async () => (await get(site, `/en/embed/${slug}`)).body, kept).not.toContain("<form");
    const unknown = await get(site, "/en/embed/nothing-here");
    expect([unknown.status, unknown.ancestors]).toEqual([404, "'none'"]);
  },
);
