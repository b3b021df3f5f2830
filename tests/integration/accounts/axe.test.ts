import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Page } from "@playwright/test";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { startSession } from "@/lib/accounts/start-session";
import { drainDue } from "@/lib/delivery/drain";
import config from "@/playwright.config";
import { pages } from "@/tests/access/page";
import { axeRules } from "@/tests/axe-rules";
import { makeWorld } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { startSite } from "@/tests/running-site";

test("axe finds nothing on any page of the desk, light and dark, and none scrolls sideways on a phone", async () => {
  const scene = await makeWorld({ signers: 1 });
  await drainDue(null, new AbortController().signal);
  const owner = await makeMember(scene.organisation);
  const site = await startSite({ SMTP_URL: "" });
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const context = await browser.newContext({ locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" });
    await context.addCookies([{ ...(await cookieOf(owner)), url: site.url }]);
    const page = await context.newPage();
    for (const { folder, path } of pages) {
      const answer = await page.goto(site.url + (await path(scene)));
      expect(answer?.status(), folder).toBe(200);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await violations(page), `${folder}, ${colorScheme}`).toEqual([]);
      }
      await page.setViewportSize({ width: 375, height: 800 });
      expect.soft(await widthOver(page), `${folder}, pixels too wide`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  } finally {
    await browser.close();
  }
}, 300_000);

async function violations(page: Page): Promise<{ id: string; at: string[] }[]> {
  const found = await new AxeBuilder({ page }).withTags(axeRules).setLegacyMode().analyze();
  return found.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) }));
}

function widthOver(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function cookieOf({ accountId }: Actor): Promise<{ name: string; value: string }> {
  return { name: sessionCookie().name, value: await sealSession(await startSession(accountId)) };
}
