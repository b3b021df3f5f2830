import { demoAppeal } from "@/prisma/demo/appeal";
import { appealPath, expectTitle, fillForm, press, someone } from "./steps";
import { expect, test } from "./test";
import { publicTour } from "./tour";
import { words } from "./words";

for (const [locale, country] of [
  ["en", "France"],
  ["ar", "فرنسا"],
] as const) {
  test(`name and country appear under the letter while they are typed (${locale})`, async ({ page }) => {
    const t = words(locale);
    await page.goto(appealPath(locale));
    const closing = page.locator("[data-template]");
    await expect(closing).toContainText(`${t("form.namePlaceholder")}\n${t("form.countryPlaceholder")}`);
    const name = page.getByRole("textbox", { name: t("form.name"), exact: true });
    await name.pressSequentially("Zubaida Quill");
    await expect(closing).toContainText(`Zubaida Quill\n${t("form.countryPlaceholder")}`);
    await page.getByRole("combobox").selectOption("FR");
    await expect(closing).toContainText(`Zubaida Quill\n${country}`);
    await page.getByRole("radio", { name: t("form.initials"), exact: true }).check();
    await expect(closing).toContainText(`Z. Q.\n${country}`);
    await page.getByRole("radio", { name: t("form.full"), exact: true }).check();
    await name.fill("");
    await expect(closing).toContainText(`${t("form.namePlaceholder")}\n${country}`);
  });
}

test("a field that is nearly full says how much is left", async ({ page }) => {
  const own = page.getByRole("textbox", { name: words("en")("form.ownWords"), exact: true });
  await page.goto(appealPath("en"));
  await own.fill("x".repeat(1000));
  await expect(page.getByText("Characters left")).toHaveCount(0);
  await own.fill("x".repeat(1990));
  await expect(page.getByText("Characters left: 10", { exact: true })).toBeVisible();
});

test("the way back from the check page keeps what was typed, also under the letter", async ({ page }) => {
  const t = words("en");
  const person = someone({ body: `In my own words.\n\n${demoAppeal.letters.en.requests[0]}` });
  await page.goto(appealPath("en"));
  await fillForm(page, person);
  await press(page, t("form.check"));
  await expectTitle(page, t("check.title"));
  await page.goBack();
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await expect(field(t("form.name"))).toHaveValue(person.name);
  await expect(field(t("form.email"))).toHaveValue(person.email);
  await expect(field(t("form.ownWords"))).toHaveValue(person.ownWords);
  await expect(field(t("form.body"))).toHaveValue(person.body ?? "");
  await expect(page.getByRole("combobox")).toHaveValue("FR");
  await expect(page.locator("[data-template]")).toContainText(`${person.name}\nFrance`);
});

const ours = ["/appeal.js"];

test("no public page runs a script but ours, asks anybody else, sets a cookie or stores anything", async ({
  page,
  sending,
}) => {
  const asked: { type: string; url: string }[] = [];
  page.on("request", (request) => asked.push({ type: request.resourceType(), url: request.url() }));
  await publicTour(page, sending, "en", async () => {
    // What stands there as data (JSON-LD) is not run.
    const run = page.locator("script:not([type='application/ld+json'])");
    const sources = await run.evaluateAll((all) => all.map((one) => one.getAttribute("src") ?? "inline"));
    expect(sources.filter((src) => !ours.includes(src))).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
  const scripts = asked.filter(({ type }) => type === "script").map(({ url }) => url);
  expect([...new Set(scripts)].filter((url) => !ours.includes(new URL(url).pathname))).toEqual([]);
  expect(scripts).toContain(`${sending.url}/appeal.js`);
  expect(asked.filter(({ type }) => ["fetch", "xhr", "websocket", "ping"].includes(type))).toEqual([]);
  expect(asked.filter(({ url }) => new URL(url).origin !== sending.url)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("a phone waits for no font", async ({ page }) => {
  const fonts: string[] = [];
  page.on("request", (request) => void (request.resourceType() === "font" && fonts.push(request.url())));
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto(appealPath("en"));
  expect(fonts).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(appealPath("en"));
  expect(fonts.length).toBeGreaterThan(0);
});

test("every public page forbids what it does not need", async ({ page }) => {
  for (const path of ["/en", appealPath("en"), "/ar/privacy", "/en/status/404", `/en/mine/${"x".repeat(43)}`]) {
    const headers = (await page.goto(path))?.headers() ?? {};
    expect(headers["content-security-policy"], path).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
  }
});
