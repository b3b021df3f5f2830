import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { asAdministrator } from "@/tests/cluster";
import { appealPath, confirmationMail, expectTitle, fillForm, press, someone, signAppeal, writeLetter } from "./steps";
import { readTallies } from "./tallies";
import { expect, test } from "./test";
import { words } from "./words";

const t = words("en");

test("an empty form says what is missing, on top and beside each field", async ({ page }) => {
  await page.goto(appealPath("en"));
  await page.getByRole("textbox", { name: t("form.body"), exact: true }).fill("");
  await sendUnchecked(page);
  await expectTitle(page, t("check.titleErrors"));
  await expect(page).toHaveTitle(`${t("errors.page", { title: t("check.titleErrors") })} · ${t("nav.house")}`);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("heading")).toHaveText(t("errors.title", { count: 4 }));
  const faults = { body: "required", name: "required", email: "required", country: "required" } as const;
  for (const [field, fault] of Object.entries(faults)) {
    const text = t(`errors.${field as keyof typeof faults}.${fault}`);
    await expectFault(page, field, text);
    await summary.getByRole("link", { name: text }).click();
    await expect(page).toHaveURL(new RegExp(`#${field}$`));
    await expect(page.locator(`#${field}`)).toBeInViewport();
  }
});

test("an empty form is refused in Arabic just so", async ({ page }) => {
  await page.goto(appealPath("ar"));
  await sendUnchecked(page, "ar");
  await expectTitle(page, words("ar")("check.titleErrors"));
  await expect(page).toHaveTitle(/^خطأ: /);
  await expectFault(page, "name", words("ar")("errors.name.required"));
  await expect(page.getByRole("alert").getByRole("link")).toHaveCount(3);
});

test("what was typed stays when something else is wrong", async ({ page }) => {
  const person = someone({ disclosure: "initials", replyConsent: true, email: "nobody" });
  await page.goto(appealPath("en"));
  await fillForm(page, person);
  await sendUnchecked(page);
  await expectFault(page, "email", t("errors.email.email"));
  await expectTyped(page, person);
  await expect(page.getByRole("textbox", { name: t("form.body"), exact: true })).toHaveValue(
    demoAppeal.letters.en.body,
  );
  await expect(page.getByRole("radio", { name: t("form.initials"), exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: t("form.replyConsent") })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: t("form.newsConsent") })).not.toBeChecked();
  await fillForm(page, { locale: "en", email: someone().email });
  await press(page, t("form.check"));
  await expectTitle(page, t("check.title"));
});

test("“Change something” on the check page leads to the form with every word", async ({ page, sending }) => {
  const person = someone();
  await writeLetter(page, sending, person);
  await page.getByRole("link", { name: t("check.change") }).click();
  await expectTyped(page, person);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

for (const [what, name] of [
  ["turns the direction of text around", "Ann \u202eelpmaxE"],
  ["isolates a direction", "Ann \u2066Example\u2069"],
  ["carries a control character", "Ann \u0007Example"],
] as const) {
  test(`a name that ${what} is refused`, async ({ page }) => {
    await page.goto(appealPath("en"));
    await fillForm(page, someone({ name }));
    await sendUnchecked(page);
    await expectFault(page, "name", t("errors.name.unsafe"));
  });
}

for (const email of [
  "ann@example.org@evil.test",
  "ann@@example.org",
  "Friends: ann@example.org;",
  "ann@example.org, bob@example.org",
  '"ann smith"@example.org',
  "ann(me)@example.org",
  "Ann <ann@example.org>",
]) {
  test(`${email} is no address of one person`, async ({ page }) => {
    await page.goto(appealPath("en"));
    await fillForm(page, someone({ email }));
    await sendUnchecked(page);
    await expectFault(page, "email", t("errors.email.email"));
    await expect(page.getByRole("textbox", { name: t("form.email"), exact: true })).toHaveValue(email);
  });
}

test("a letter without what the appeal asks for is refused, and goes once it is back", async ({ page }) => {
  const [first] = demoAppeal.letters.en.requests;
  await page.goto(appealPath("en"));
  await fillForm(page, someone({ body: "I am thinking of him." }));
  await press(page, t("form.check"));
  await expectFault(page, "body", t("errors.body.request-missing", { detail: first }));
  await expect(page.getByRole("textbox", { name: t("form.body"), exact: true })).toHaveValue("I am thinking of him.");
  await fillForm(page, { locale: "en", body: `I am thinking of him.\n\n${first}` });
  await press(page, t("form.check"));
  await expectTitle(page, t("check.title"));
});

test("the sentences that must stay are shown under the letter", async ({ page }) => {
  const [first, locked] = demoAppeal.letters.en.requests;
  await page.goto(appealPath("en"));
  const shown = page.getByRole("listitem").filter({ hasText: first });
  await expect(shown).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: locked })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: t("form.body"), exact: true })).toHaveAccessibleDescription(
    new RegExp(first.replaceAll(".", "\\.")),
  );
});

test("a box that came with nonsense says so beside itself", async ({ page }) => {
  await page.goto(appealPath("en"));
  await fillForm(page, someone({ replyConsent: true }));
  await page.locator("#replyConsent").evaluate((box: HTMLInputElement) => (box.value = "junk"));
  await press(page, t("form.check"));
  await expectFault(page, "replyConsent", t("errors.consent.invalid"));
});

test("whose link led here is kept through every correction", async ({ page, sending }) => {
  const partner = page.locator("input[name=via]");
  await page.goto(`${appealPath("en")}?via=school`);
  await fillForm(page, someone({ email: "nobody" }));
  await sendUnchecked(page);
  await expect(partner).toHaveValue("school");
  await fillForm(page, { locale: "en", email: someone().email });
  await press(page, t("form.check"));
  await page.getByRole("link", { name: t("check.change") }).click();
  await expect(partner).toHaveValue("school");
  expect(await readPartner(sending.databaseUrl)).toBe("school");
});

test("nothing was sent to an appeal that is not there", async ({ page }) => {
  expect((await page.goto("/en/appeals/nope/sent"))?.status()).toBe(404);
});

test("nothing that is wrong can be sent past the check page", async ({ page, sending }) => {
  const before = await readTallies(page, sending);
  await page.goto(appealPath("en"));
  await sendUnchecked(page);
  await expectTitle(page, t("check.titleErrors"));
  const answer = await page.request.post(page.url(), { headers: { origin: sending.url }, form: {} });
  expect(answer.status()).toBe(422);
  expect(await readTallies(page, sending)).toEqual(before);
});

for (const section of ["check", "confirm", "mine"] as const) {
  test(`an unknown link to ${section} leads nowhere`, async ({ page }) => {
    for (const token of ["x".repeat(43), "short", "%00"]) {
      expect((await page.goto(`/en/${section}/${token}`))?.status(), token).toBe(token === "%00" ? 400 : 404);
    }
    await page.goto(`/en/${section}/${"x".repeat(43)}`);
    await expectTitle(page, t("refusals.link-unknown.title"));
    await page.goto(`/ar/${section}/${"x".repeat(43)}`);
    await expectTitle(page, words("ar")("refusals.link-unknown.title"));
  });
}

test("a check page whose hour is over has expired", async ({ page, sending }) => {
  await writeLetter(page, sending, someone());
  await expire(sending.databaseUrl);
  expect((await page.reload())?.status()).toBe(410);
  await expectTitle(page, t("refusals.draft-expired.title"));
  const answer = await page.request.post(page.url(), { headers: { origin: sending.url }, form: {} });
  expect(answer.status()).toBe(410);
});

test("a check page whose letters were sent sends them no second time", async ({ page, sending }) => {
  const person = someone();
  await writeLetter(page, sending, person);
  const check = page.url();
  const before = await readTallies(page, sending);
  for (const _time of [1, 2]) {
    const answer = await page.request.post(check, { headers: { origin: sending.url }, form: {}, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe(`${appealPath("en")}/sent`);
  }
  await expect.poll(async () => (await readTallies(page, sending)).signed).toBe(before.signed + 1);
  expect((await page.goto(check))?.status()).toBe(410);
  await expectTitle(page, t("refusals.draft-sent.title"));
  await expect(page.getByRole("main")).not.toContainText(person.email);
});

test("a confirmation link whose week is over has expired", async ({ page, sending }) => {
  const person = someone();
  await signAppeal(page, sending, person);
  const { link } = await confirmationMail(sending, person);
  await expire(sending.databaseUrl);
  expect((await page.goto(link))?.status()).toBe(410);
  await expectTitle(page, t("refusals.draft-expired.title"));
});

test("an appeal that closes meanwhile takes no more letters", async ({ page, sending }) => {
  await writeLetter(page, sending, someone());
  const check = page.url();
  await setState(sending.databaseUrl, "closed");
  try {
    expect((await page.goto(check))?.status()).toBe(410);
    await expectTitle(page, t("refusals.campaign-closed.title"));
    for (const path of [new URL(check).pathname, appealPath("en")]) {
      const answer = await page.request.post(path, { headers: { origin: sending.url }, form: {} });
      expect(answer.status(), path).toBe(410);
      expect(await answer.text()).toContain(t("refusals.campaign-closed.title"));
    }
    await reloadUntil(page, () => expect(page.getByText(t("appeal.closedText"))).toBeVisible({ timeout: 500 }));
    await expect(page.getByRole("button")).toHaveCount(0);
  } finally {
    await setState(sending.databaseUrl, "live");
    await reloadUntil(page, () => expect(page.getByRole("button")).toBeVisible({ timeout: 500 }));
  }
});

test("a paused appeal says so on top, offers nothing, and takes the same link once it goes on", async ({
  page,
  sending,
}) => {
  const person = someone();
  await signAppeal(page, sending, person);
  const { link } = await confirmationMail(sending, person);
  await setState(sending.databaseUrl, "paused");
  try {
    expect((await page.goto(link))?.status()).toBe(409);
    await expectTitle(page, t("refusals.campaign-paused.title"));
    const answer = await page.request.post(link, { headers: { origin: sending.url }, form: {} });
    expect(answer.status()).toBe(409);
    await reloadUntil(page, () => expect(page.getByText(t("appeal.pausedText"))).toBeVisible({ timeout: 500 }));
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("main")).not.toContainText(t("appeal.byEmail"));
    await expect(page.getByRole("main")).not.toContainText(demoAppeal.texts.en.writeHint);
  } finally {
    await setState(sending.databaseUrl, "live");
    await reloadUntil(page, () => expect(page.getByRole("button")).toBeVisible({ timeout: 500 }));
  }
  await page.goto(link);
  await expectTitle(page, t("confirm.title"));
});

/** Sends the form as a browser does that checks nothing by itself. */
async function sendUnchecked(page: Page, locale: "en" | "ar" = "en"): Promise<void> {
  await page.locator("form[data-sign]").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await press(page, words(locale)("form.check"));
  await page.waitForURL(/\/check\//);
}

/** A fault stands in the summary, as a link, and belongs to its field for those who do not see the page. */
async function expectFault(page: Page, field: string, text: string): Promise<void> {
  await expect(page.getByRole("alert").getByRole("link", { name: text })).toHaveAttribute("href", `#${field}`);
  const control = page.locator(`#${field}`);
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await expect(control).toHaveAccessibleDescription(new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
}

async function expectTyped(page: Page, { name, email, country, ownWords }: ReturnType<typeof someone>): Promise<void> {
  const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
  await expect(field(t("form.name"))).toHaveValue(name);
  await expect(field(t("form.email"))).toHaveValue(email);
  await expect(field(t("form.ownWords"))).toHaveValue(ownWords);
  await expect(page.getByRole("combobox")).toHaveValue(country);
}

/** A page that is the same for everybody may be a few seconds old. */
async function reloadUntil(page: Page, holds: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(appealPath("en"));
    await holds();
  }).toPass({ timeout: 10_000 });
}

/** Moves the youngest submission past its time. */
async function expire(databaseUrl: string): Promise<void> {
  await asAdministrator(databaseUrl, (client) =>
    client.query(`update submissions set expires_at = now() - interval '1 second'
      where id = (select id from submissions order by created_at desc limit 1)`),
  );
}

async function setState(databaseUrl: string, state: "live" | "paused" | "closed"): Promise<void> {
  await asAdministrator(databaseUrl, (client) =>
    client.query("update campaigns set state = $1::campaign_state where slug = $2", [state, demoAppeal.slug]),
  );
}

/** What the youngest submission was led here by. */
async function readPartner(databaseUrl: string): Promise<string | undefined> {
  return asAdministrator(databaseUrl, async (client) => {
    const { rows } = await client.query<{ partner: string }>(
      "select partner from submissions order by created_at desc limit 1",
    );
    return rows[0]?.partner;
  });
}
