import { appealPath, confirmationMail, confirmBy, press, signAppeal, someone } from "./steps";
import { expect, test } from "./test";
import { words } from "./words";

const locale = "en";
const t = words(locale);

test("an appeal is passed on by plain links, by its address and by somebody's own server", async ({
  page,
  sending,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${sending.url}${appealPath(locale)}?via=partner-a`);
  await page.getByText("Pass it on", { exact: true }).click();
  const address = `${sending.url}${appealPath(locale)}?via=partner-a`;
  await expect(page.getByLabel("Address of this appeal")).toHaveValue(address);
  for (const name of ["Email", "WhatsApp", "Telegram", "Bluesky", "X"]) {
    const link = page.getByRole("link", { name, exact: true });
    expect(decodeURIComponent((await link.getAttribute("href")) ?? "")).toContain(address);
    await expect(link).toHaveAttribute("rel", "noreferrer noopener");
  }
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await page.getByLabel("Mastodon: your server").fill("@me@mastodon.example");
  await press(page, "Post on Mastodon");
  const on = page.getByRole("link", { name: "Write the post on mastodon.example" });
  const href = new URL((await on.getAttribute("href")) ?? "");
  expect([href.origin, href.pathname]).toEqual(["https://mastodon.example", "/share"]);
  expect(href.searchParams.get("text")).toContain(address);
});

test("who has confirmed passes on the appeal and nothing of their own", async ({ page, sending }) => {
  const person = someone();
  await signAppeal(page, sending, person);
  const { link } = await confirmationMail(sending, person);
  await confirmBy(page, link, person);
  const token = page.url().split("/").at(-1) ?? "";
  expect(token.length).toBeGreaterThan(20);
  await page.getByText("Pass it on", { exact: true }).click();
  const offered = page.locator("[data-share]");
  await expect(offered.getByRole("link", { name: "WhatsApp" })).toBeVisible();
  const html = await offered.evaluate((box) => box.outerHTML);
  expect(html).not.toContain(token);
  expect(html).not.toContain(person.name);
  expect(html).toContain(`${sending.url}${appealPath(locale)}`);
});

test("what links, crawlers and feed readers find", async ({ page, sending }) => {
  await page.goto(sending.url + appealPath(locale));
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).first().getAttribute("content");
  const picture = await page.request.get((await meta("og:image")) ?? "");
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/png"]);
  expect([await meta("og:image:width"), await meta("og:image:height")]).toEqual(["1200", "630"]);
  expect(await meta("og:image:alt")).toBeTruthy();
  const { etag = "" } = picture.headers();
  const again = await page.request.get(picture.url(), { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as object;
  expect(data).toMatchObject({ "@type": "Article", inLanguage: locale });
  const files: [string, string][] = [
    ["/en/feed/atom", "feed > entry > link"],
    ["/ar/feed/rss", "channel > item > link"],
    ["/sitemap.xml", "urlset > url > loc"],
  ];
  for (const [path, selector] of files) {
    const [broken, found] = await page.evaluate(readXml, { path, selector });
    expect([path, broken]).toEqual([path, 0]);
    expect(found).toBeGreaterThan(0);
  }
  const json = await page.request.get(`${sending.url}/en/feed/json`);
  expect(json.headers()["content-type"]).toContain("application/feed+json");
  const robots = await (await page.request.get(`${sending.url}/robots.txt`)).text();
  expect(robots).toContain("Disallow: /*/confirm/");
  for (const [path, type] of [
    ["poster", "application/pdf"],
    ["qr", "image/svg+xml"],
  ]) {
    const file = await page.request.get(`${sending.url}${appealPath(locale)}/${path}`);
    expect([file.status(), file.headers()["content-type"]]).toEqual([200, type]);
  }
});

test("a missing page leads to the appeals that are open", async ({ page, sending }) => {
  await page.goto(`${sending.url}/${locale}/appeals/there-is-none`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address");
  await page.getByRole("region", { name: "People can write for these now:" }).getByRole("link").first().click();
  await expect(page.getByRole("button", { name: t("form.check") })).toBeVisible();
});

/** How many parse errors a file of ours gives, and how many elements it has. */
async function readXml({ path, selector }: { path: string; selector: string }): Promise<[number, number]> {
  const file = new DOMParser().parseFromString(await (await fetch(path)).text(), "application/xml");
  return [file.querySelectorAll("parsererror").length, file.querySelectorAll(selector).length];
}
