import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { locales } from "@/lib/locales";
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

// Twelve pages are rendered, on machines that have other things to do.
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

    for (const locale of locales) {
      const page = await get(site, `/${locale}/appeals/${slug}`);
      const [html, script] = [await weight(site, `/${locale}/appeals/${slug}`), filesOf(page.body, scripts)];
      expect.soft(html, `the page in ${locale}`).toBeLessThanOrEqual(15 * kilobyte);
      expect.soft(await weightOfAll(site, script), `its script in ${locale}`).toBeLessThanOrEqual(20 * kilobyte);
      expect(page.body).toContain("application/json+oembed");
      const frame = await get(site, `/${locale}/embed/${slug}`);
      const files = [`/${locale}/embed/${slug}`, ...filesOf(frame.body, scripts), ...filesOf(frame.body, styles)];
      expect(files, `what the frame in ${locale} loads`).toHaveLength(3);
      expect.soft(await weightOfAll(site, files), `the frame in ${locale}`).toBeLessThanOrEqual(30 * kilobyte);
    }

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
