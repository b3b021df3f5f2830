import type { Page } from "@playwright/test";
import { shownAddress } from "@/lib/recipients/address";
import { demoAppeal } from "@/prisma/demo/appeal";
import { writeToEmbassies } from "./embassy-in";
import { expectAccessible, expectNoSideScroll } from "./looks";
import {
  ambassador,
  appealPath,
  confirmationMail,
  expectTitle,
  fillForm,
  press,
  someone,
  squash,
  writeLetter,
} from "./steps";
import { expect, test } from "./test";
import { channelWords, words } from "./words";
import type { World } from "./world";

// All change the demo appeal for a while.
test.describe.configure({ mode: "serial" });

const t = channelWords("en");
const site = words("en");
const { requests } = demoAppeal.letters.en;
const form = {
  host: "NO",
  name: "Ambassador in Oslo",
  address: { channel: "web_form", value: "https://oslo.example.org/contact" },
} as const;
const resident = site("routing.reasons.embassy", { represents: "China", country: "Norway", host: "Norway" });
const none = site("routing.reasons.fallback", { represents: "China", country: "France", host: "" });

/** The appeal's page is kept for a second: waits until it says what was just changed. */
async function openAppeal(page: Page, world: World): Promise<void> {
  await expect(async () => {
    await page.goto(world.url + appealPath("en"));
    await expect(page.getByText(site("routing.embassyOf", { represents: "China" }))).toBeVisible({ timeout: 500 });
  }).toPass();
}

test("the letter an embassy gets in its own language opens when the country leads to it", async ({ page, sending }) => {
  const takeBack = await writeToEmbassies(sending, [{ ...form, language: "ar" }]);
  try {
    await openAppeal(page, sending);
    const arabic = page.getByText(demoAppeal.letters.ar.subject);
    const toNobody = page.getByText(site("form.notFromHere"));
    await expect(arabic).toBeHidden();
    await expect(toNobody.filter({ visible: true })).toHaveCount(0);
    await page.locator("#country").selectOption("FR");
    await expect(page.getByRole("region", { name: t("routing.title", { country: "France" }) })).toBeVisible();
    await expect(arabic).toBeHidden();
    await expect(toNobody.filter({ visible: true })).toHaveCount(0);
    await page.locator("#country").selectOption("NO");
    await expect(arabic).toBeVisible();
    await expect(toNobody.filter({ visible: true })).toContainText(site("form.ownWordsElsewhere"));
    await expect(page.locator("#body")).toBeHidden();
    await expect(page.locator("#ownWords")).toBeVisible();
    await page.locator("#name").fill("Zubaida Quill");
    const closings = page.locator("[data-template]").filter({ visible: true });
    await expect(closings).toHaveText(/Zubaida Quill\s+Norway/);
    // Where nobody is written to, or nobody knows, the letter stands as it is.
    await page.locator("#country").selectOption("");
    await expect(page.locator("#body")).toBeVisible();
    await page.locator("#country").selectOption("NO");
    await expect(page.locator("#body")).toBeHidden();
  } finally {
    await takeBack();
  }
});

test("who is written to follows the country, and a letter by a web form is sent by its writer", async ({
  page,
  sending,
  context,
}) => {
  const takeBack = await writeToEmbassies(sending, [form]);
  try {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openAppeal(page, sending);
    const to = page.getByRole("region", { name: t("routing.title", { country: "Norway" }) });
    await page.locator("#country").selectOption("NO");
    await expect(to).toContainText("Ambassador in Oslo");
    await expect(to).toContainText(resident);
    await expectAccessible(page, "who is written to from Norway");
    await page.locator("#country").selectOption("FR");
    const france = page.getByRole("region", { name: t("routing.title", { country: "France" }) });
    await expect(france).toContainText(none);
    await expect(france).not.toContainText("Oslo");

    const person = someone({ country: "FR" });
    await fillForm(page, person);
    await press(page, site("form.check"));
    await page.waitForURL(/\/check\//);
    await expect(page.getByText(none)).toBeVisible();
    await page.locator("#country").selectOption("NO");
    await press(page, t("check.changeCountry"));
    await expect(page.getByText(resident)).toBeVisible();
    await expect(page.getByText("oslo.example.org/contact")).toBeVisible();
    expect(squash(await page.getByRole("main").innerText())).toContain(squash(person.ownWords));
    await expectAccessible(page, "check page with a web form");
    await press(page, site("check.send"));
    await expectTitle(page, site("sent.title"));

    const { link } = await confirmationMail(sending, person);
    await page.goto(link);
    await press(page, site("confirm.buttonCounted"));
    await expectTitle(page, site("thanks.title", { name: person.name }));
    const open = page.getByRole("link", { name: t("send.open") });
    await expect(open).toHaveAttribute("href", form.address.value);
    await expect(open).toHaveAttribute("rel", /noreferrer/);
    await page
      .getByRole("button", { name: t("send.copy") })
      .nth(1)
      .click();
    await expect(page.getByRole("button", { name: t("send.copied") })).toBeVisible();
    expect(squash(await page.evaluate(() => navigator.clipboard.readText()))).toContain(squash(person.ownWords));
    await expectAccessible(page, "thanks with a web form");
    await expectNoSideScroll(page, "thanks with a web form");
    await press(page, site("mine.sentIt"));
    await expectTitle(page, site("mine.title"));
    await expect(page.getByText(site("mine.states.self_reported"))).toBeVisible();
    await press(page, site("mine.undo"));
    await expect(page.getByText(t("withYou.web_form"))).toBeVisible();
    await expectAccessible(page, "own page with a web form");
  } finally {
    await takeBack();
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("another country on the check page writes to others, and a letter to print comes as a PDF", async ({
    page,
    sending,
  }) => {
    const address = { channel: "post", value: "Tuengen allé 2\n0374 Oslo" } as const;
    const takeBack = await writeToEmbassies(sending, [{ ...form, address }]);
    try {
      const person = someone({ country: "FR" });
      await openAppeal(page, sending);
      await writeLetter(page, sending, person);
      await expect(page.getByText(none)).toBeVisible();
      await expect(page.getByText(shownAddress({ ...ambassador, value: ambassador.address }))).toBeVisible();
      await page.locator("#country").selectOption("NO");
      await press(page, t("check.changeCountry"));
      await expect(page.getByText(resident)).toBeVisible();
      await expect(page.getByText(t("post.inland"))).toBeVisible();
      expect(squash(await page.getByRole("main").innerText())).toContain(squash(person.ownWords));
      await press(page, site("check.send"));
      const { link } = await confirmationMail(sending, person);
      await page.goto(link);
      await press(page, site("confirm.buttonCounted"));
      const paper = page.getByRole("link", { name: t("send.pdf", { paper: t("send.a4") }) });
      const [pdf] = await Promise.all([page.waitForEvent("download"), paper.click()]);
      expect(pdf.suggestedFilename()).toBe("letter.pdf");
      const answer = await page.request.get(`${sending.url}${await paper.getAttribute("href")}`);
      expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
      expect(answer.headers()).toMatchObject({
        "content-type": "application/pdf",
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
      });
    } finally {
      await takeBack();
    }
  });

  test("whoever wants to writes from their own mail program", async ({ page, sending }) => {
    const address = { channel: "email", value: "oslo@embassy.example.org" } as const;
    const takeBack = await writeToEmbassies(sending, [{ ...form, address }]);
    try {
      const person = someone({ country: "NO", body: requests.join("\n\n"), ownWords: "" });
      await openAppeal(page, sending);
      await writeLetter(page, sending, person);
      await press(page, t("check.sendOwn"));
      await expect(page.getByText(t("check.oursTitle"))).toBeVisible();
      await press(page, site("check.send"));
      const { link } = await confirmationMail(sending, person);
      await page.goto(link);
      await press(page, site("confirm.buttonCounted"));
      const href = await page.getByRole("link", { name: t("send.mailto") }).getAttribute("href");
      const mail = new URL(href ?? "");
      expect(mail.pathname).toBe("oslo@embassy.example.org");
      expect(mail.searchParams.get("subject")).not.toBe("");
      expect(mail.searchParams.get("body")).toContain(requests[0]);
      expect(href).not.toMatch(/mine|thanks|localhost/);
      await press(page, site("mine.sentIt"));
      await expect(page.getByText(site("mine.states.self_reported"))).toBeVisible();
    } finally {
      await takeBack();
    }
  });
});
