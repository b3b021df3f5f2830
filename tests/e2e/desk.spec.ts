import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { openCampaign, sendSignIn, signIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { confirmBy, expectTitle, minister, press, someone, writeLetter } from "./steps";
import { expectChange, expectInDesk, readTallies } from "./tallies";
import { expect, test } from "./test";
import { deskWords, words } from "./words";

const t = deskWords();
const member = { email: "first@desk.test", password: "correct horse battery staple" };
const person = someone();

// An installation that nobody owns and no mail server is connected to, from its first minute on.
test.describe.configure({ mode: "serial" });
test.use({ baseURL: async ({ capturing }, use) => use(capturing.url) });

test("the set-up link makes the first owner, once", async ({ page, capturing }) => {
  const link = capturing.setUpLink ?? "";
  await page.goto("/desk");
  await expect(page.getByText(t("signIn.noOwner"))).toBeVisible();
  await page.goto(link);
  await expectTitle(page, t("setUp.title"));
  await expectAccessible(page, "set-up");
  await expectNoSideScroll(page, "set-up");
  await fillSetUp(page, { ...member, password: "too short" });
  await press(page, t("setUp.submit"));
  await expect(
    page
      .getByRole("main")
      .getByRole("alert")
      .getByRole("link", { name: t("errors.password.too-short") }),
  ).toBeVisible();
  await expectAccessible(page, "set-up with a fault");
  await fillSetUp(page, member);
  await press(page, t("setUp.submit"));
  await expectTitle(page, t("overview.title"));
  await expect(page.getByText(t("roles.owner"))).toBeVisible();
  await expect(page.getByText("The Desk of the Tests")).toBeVisible();

  await page.context().clearCookies();
  expect((await page.goto(link))?.status()).toBe(404);
  await expectTitle(page, t("setUp.refusedTitle"));
  await expectAccessible(page, "used set-up link");
});

test("a visitor who is not signed in is sent to sign in, and then to where they wanted to go", async ({ page }) => {
  for (const path of ["/desk", "/desk/campaigns", "/desk/outbox"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/desk\/sign-in/);
    await expectTitle(page, t("signIn.title"));
  }
  await sendSignIn(page, member);
  await expectTitle(page, t("outbox.title"));
  await expect(page).toHaveURL(/\/desk\/outbox$/);
});

test("a wrong password and an unknown address are refused in the same words", async ({ page }) => {
  await page.goto("/desk/sign-in");
  for (const guess of [
    { ...member, password: "something else" },
    { ...member, email: "nobody@desk.test" },
  ]) {
    await sendSignIn(page, guess);
    await expect(page.getByRole("main").getByRole("alert")).toContainText(t("refusals.sign-in-failed"));
    await expect(page.getByLabel(t("fields.email"), { exact: true })).toHaveValue(guess.email);
    await page.reload();
  }
  await press(page, t("signIn.submit"));
  await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveText([
    t("errors.email.required"),
    t("errors.password.required"),
  ]);
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expectAccessible(page, "sign-in with faults");
});

test("who signs out is out, also by the way back", async ({ page, capturing }) => {
  await signIn(page, capturing, member);
  await page.getByRole("button", { name: t("rail.signOut") }).click();
  await expectTitle(page, t("signIn.title"));
  await page.goto("/desk/campaigns");
  await expectTitle(page, t("signIn.title"));
});

test("what nobody sends stays in the Outbox, where the confirmation can be read and followed", async ({
  page,
  capturing,
}) => {
  const before = await readTallies(page, capturing);
  await signIn(page, capturing, member);
  await page.getByRole("link", { name: t("outboxBar.open") }).click();
  await expect(page.getByText(t("outbox.emptyTitle"))).toBeVisible();
  await expectAccessible(page, "empty Outbox");

  await writeLetter(page, capturing, person);
  await press(page, words("en")("check.send"));
  await openMessage(page, "Confirmation mail");
  await expect(page.getByRole("article")).toContainText(person.email);
  await expect(page.getByText(t("outbox.recorded"))).toBeVisible();
  const link = page.getByRole("article").getByRole("link");
  const address = await link.getAttribute("href");
  await link.click();
  await confirmBy(page, address ?? "", person);
  const thanks = page.getByRole("main");
  await expect(thanks).toContainText(words("en")("thanks.captured", { count: 1 }));
  await expect(thanks).not.toContainText(words("en")("thanks.leaving", { count: 1 }));
  await expectChange(page, capturing, before, { signed: 1, confirmed: 1, captured: 1, with_signer: 1 });

  await openMessage(page, "Letter");
  const letter = page.getByRole("article");
  await expectTitle(page, demoAppeal.letters.en.subject);
  await expect(letter).toContainText(`${minister.holder} ${minister.address}`);
  await expect(letter).toContainText(person.name);
  await expect(letter).toContainText(t("outbox.noReplyTo"));
  await expect(letter).not.toContainText(person.email);
  await expect(letter).toContainText(person.ownWords);
});

test("the desk tells the same tallies as the API, and each letter by its state", async ({ page, capturing }) => {
  const tallies = await readTallies(page, capturing);
  await signIn(page, capturing, member);
  const row = page.getByRole("row", { name: demoAppeal.texts.en.title });
  await expect(row.getByRole("cell").first()).toContainText(String(tallies.signed));
  await openCampaign(page);
  await expectInDesk(page, tallies);
  const letters = page.getByRole("table", { name: t("letters.caption") });
  await expect(letters.getByRole("row")).toHaveCount(3);
  await expect(letters).toContainText(t("letterStates.captured"));
  await page
    .getByRole("navigation", { name: t("letters.filter") })
    .getByRole("link", { name: t("tallies.with_signer") })
    .click();
  await expect(page).toHaveURL(/state=with_signer/);
  await expect(letters.getByRole("row")).toHaveCount(2);
  await expect(letters).toContainText(t("channels.fax"));
  await expect(page.getByRole("main")).not.toContainText(person.email);
  await expect(page.getByRole("main")).not.toContainText(person.name);
});

test("axe finds nothing in the desk, and nothing scrolls sideways there", async ({ page, capturing }) => {
  test.slow();
  const look = async (state: string) => {
    await expectAccessible(page, state);
    await expectNoSideScroll(page, state);
  };
  await page.goto("/desk/sign-in");
  await look("sign-in");
  await signIn(page, capturing, member);
  await look("campaigns");
  await openCampaign(page);
  await look("campaign");
  expect((await page.goto("/desk/campaigns/00000000-0000-7000-8000-000000000000"))?.status()).toBe(404);
  await look("no such campaign");
  await page.goto("/desk/nothing/here");
  await look("nothing here");
  await page.goto("/desk/outbox");
  await look("Outbox");
  await page.getByRole("link", { name: "Letter", exact: true }).click();
  await look("a captured letter");
});

async function fillSetUp(page: Page, { email, password }: typeof member): Promise<void> {
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await field(t("fields.organisation")).fill("The Desk of the Tests");
  await field(t("fields.name")).fill("Amal Haddad");
  await field(t("fields.email")).fill(email);
  await field(t("fields.password")).fill(password);
}

/** Waits until a message of this kind is in the Outbox, and opens it. */
async function openMessage(page: Page, kind: string): Promise<void> {
  const message = page.getByRole("link", { name: kind, exact: true });
  await expect(async () => {
    await page.goto("/desk/outbox");
    await expect(message).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await message.click();
  await expect(page.getByRole("article")).toBeVisible();
}
