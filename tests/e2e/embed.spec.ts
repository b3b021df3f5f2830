import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FrameLocator, Page } from "@playwright/test";
import { locales } from "@/lib/locales";
import { demoAppeal } from "@/prisma/demo/appeal";
import { openCampaign, signIn } from "./desk-steps";
import { expectNoSideScroll } from "./looks";
import { appealPath, confirmationMail, expectSaved, letterToMinister, type Person, someone } from "./steps";
import { expect, test as base } from "./test";
import { words } from "./words";
import { owner, type World } from "./world";

type Partner = { url: string; close: () => Promise<unknown> };

// The partner's page is another site: 127.0.0.1, where ours is localhost.
const test = base.extend<{ partner: Partner }>({
  partner: async ({ sending }, use) => {
    const partner = await startPartner(sending);
    await use(partner);
    await partner.close();
  },
  // The page that is looked at is the partner's here.
  clean: async ({ page: _page }, use) => use(),
});

/** A page that shows, in a frame, the address of ours it is asked for. */
async function startPartner({ url }: World): Promise<Partner> {
  const server: Server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!DOCTYPE html><title>A partner</title><h1>A partner</h1>
      <iframe src="${url}${request.url}" title="The appeal" style="width: 100%; height: 600px; border: 0"></iframe>
      <script async src="${url}/embed.js"></script>`);
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
}

async function allow(page: Page, world: World, sites: string): Promise<void> {
  await signIn(page, world, owner);
  await openCampaign(page);
  await page.getByRole("link", { name: "Embed and share" }).click();
  await saveSites(page, sites);
}

async function saveSites(page: Page, sites: string): Promise<void> {
  await page.getByRole("textbox", { name: "Sites" }).fill(sites);
  await page.getByRole("button", { name: "Save the sites" }).click();
  await expectSaved(page);
}

/** From the form in a frame to "now check your mail", with a fault to mend on the way. */
async function signInside(frame: FrameLocator, person: Person): Promise<void> {
  const t = words(person.locale);
  const field = (name: string) => frame.getByRole("textbox", { name, exact: true });
  const press = (name: string) => frame.getByRole("button", { name, exact: true }).click();
  await field(t("form.name")).fill(person.name);
  await field(t("form.email")).fill("nobody@nowhere");
  await field(t("form.ownWords")).fill(person.ownWords);
  await frame.getByRole("combobox").selectOption(person.country);
  await press(t("form.check"));
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText(t("check.titleErrors"));
  await expect(field(t("form.name"))).toHaveValue(person.name);
  await field(t("form.email")).fill(person.email);
  await press(t("form.check"));
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText(t("check.title"));
  await expect(frame.getByRole("main")).toContainText(person.ownWords.split("\n")[0] ?? "");
  await press(t("check.send"));
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText(t("sent.title"));
}

test("on an allowed site people sign inside the frame, without script, and confirm on ours", async ({
  page,
  browser,
  sending,
  partner,
}) => {
  await allow(page, sending, `${partner.url}\n*.partner.example`);
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "ar" });
  const theirs = await context.newPage();
  const person = someone({ locale: "ar" });
  await theirs.goto(`${partner.url}/embed/${demoAppeal.slug}?via=desk-of-friends&theme=teal`);
  const frame = theirs.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText(demoAppeal.texts.ar.request);
  await signInside(frame, person);
  const { link } = await confirmationMail(sending, person);
  const framed = await theirs.request.get(link);
  expect(framed.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await theirs.goto(link);
  await theirs.getByRole("button", { name: words("ar")("confirm.button"), exact: true }).click();
  await letterToMinister(sending, person);
  await context.close();

  await page.reload();
  await expect(page.getByRole("row", { name: "desk-of-friends" })).toContainText(/1\D+1/);
});

test("with script the frame is as tall as what is in it, in every language; no other site can show it", async ({
  page,
  sending,
  partner,
}) => {
  await allow(page, sending, partner.url);
  const desk = page.url();
  for (const locale of locales) {
    await page.goto(`${partner.url}/${locale}/embed/${demoAppeal.slug}`);
    const inside = page.frameLocator("iframe").locator("body");
    await expect
      .poll(async () => {
        const { height } = (await page.locator("iframe").boundingBox()) ?? { height: 0 };
        return Math.abs(height - (await inside.evaluate((body) => body.getBoundingClientRect().height)));
      })
      .toBeLessThan(2);
    await page.goto(`${sending.url}/${locale}/embed/${demoAppeal.slug}`);
    await expectNoSideScroll(page, `the frame in ${locale}`);
  }
  await page.goto(`${partner.url}${appealPath("en")}`);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveCount(0);
  await page.goto(desk);
  await saveSites(page, "");
  await page.goto(`${partner.url}/en/embed/${demoAppeal.slug}`);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveCount(0);
});
