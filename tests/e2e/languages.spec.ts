import { languageTag, locales, ownNames } from "@/lib/locales";
import { demoAppeal } from "@/prisma/demo/appeal";
import { appealPath, expectTitle } from "./steps";
import { expect, test } from "./test";
import { words } from "./words";

test("the menu of languages opens by the keyboard and stays on the page", async ({ page }) => {
  await page.goto(appealPath("en"));
  const menu = page.getByRole("navigation", { name: words("en")("nav.language") });
  const sign = menu.locator("summary");
  await expect(sign).toHaveText(/EN/);
  await sign.focus();
  await page.keyboard.press("Enter");
  for (const locale of locales) {
    const link = menu.getByRole("link", { name: ownNames[locale].name, exact: true });
    await expect(link).toHaveAttribute("lang", languageTag(locale));
    expect((await link.boundingBox())?.height, locale).toBeGreaterThanOrEqual(44);
  }
  await menu.getByRole("link", { name: ownNames.es.name }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(appealPath("es"));
  await expectTitle(page, demoAppeal.texts.es.request);
  await expect(page.getByRole("link", { name: ownNames.es.name })).toHaveCount(0);
});

test("pages that are the same for everyone name themselves in each language", async ({ page, sending }) => {
  for (const path of ["", "/privacy", `/appeals/${demoAppeal.slug}`]) {
    await page.goto(`/zh${path}`);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", `${sending.url}/zh${path}`);
    const named = await page
      .locator('link[rel="alternate"][hreflang]')
      .evaluateAll((links: HTMLLinkElement[]) => links.map(({ hreflang, href }) => [hreflang, href]));
    expect(Object.fromEntries(named), path).toEqual({
      ...Object.fromEntries(locales.map((locale) => [languageTag(locale), `${sending.url}/${locale}${path}`])),
      "x-default": sending.url + (path || "/"),
    });
  }
});

test("an address without a language leads to the reader's", async ({ page, sending }) => {
  for (const [path, accepted, led] of [
    ["/", "zh-TW, en;q=0.5", "/zh"],
    ["/privacy", "es-419", "/es/privacy"],
    [`/appeals/${demoAppeal.slug}`, "ko-KR, en", appealPath("ko")],
  ] as const) {
    const answer = await page.request.get(path, { headers: { "accept-language": accepted }, maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    expect(answer.headers().location?.replace(sending.url, ""), path).toBe(led);
    expect(answer.headers().vary, path).toContain("Accept-Language");
  }
});
