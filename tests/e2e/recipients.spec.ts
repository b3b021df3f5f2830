import { type Locator, type Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { sendSignIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectSaved, expectTitle, press, squash } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { listMails, mailTo, owner, type World } from "./world";

const t = deskWords();
const campaign = uuidv7();
const path = `/desk/campaigns/${campaign}`;

// A campaign of its own, without a letter and with nobody to write to; the second test goes on where the first ends.
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ sending }) => makeCampaign(sending));
test.beforeEach(async ({ page }) => {
  await page.goto(`${path}/recipients`);
  await sendSignIn(page, owner);
  await expectTitle(page, "Test of recipients");
});

test("a recipient is added; a bad number is told and nothing typed is lost", async ({ page }) => {
  await expect(page.getByText(t("recipientList.emptyTitle"))).toBeVisible();
  await expectAccessible(page, "no recipients");
  await page.getByRole("link", { name: t("recipientList.new") }).click();
  await expectTitle(page, t("recipient.newTitle"));
  await fillOffice(page, { office: "Minister of Justice of Example Land", short: "Minister of Justice" });
  await page.getByLabel(t("recipient.holderName")).fill("Ann Example");
  await page.getByLabel(t("recipient.country"), { exact: true }).selectOption("GB");
  const row = page.getByRole("group", { name: t("recipient.addressRow", { number: 1 }) });
  await fillAddress(row, "fax", "12");
  await press(page, t("recipient.save"));
  const told = t("errors.address-value.fax-impossible", { what: "12" });
  await expect(alert(page).getByRole("link")).toHaveText([told]);
  await expect(row).toContainText(told);
  await expectAccessible(page, "a recipient with a fault");
  await expectNoSideScroll(page, "a recipient with a fault");

  await page.reload();
  await expect(page.getByText(t("form.kept"))).toBeVisible();
  await expect(page.getByLabel(t("recipient.texts.office"))).toHaveValue("Minister of Justice of Example Land");
  await expect(row.getByLabel(t("recipient.address"), { exact: true })).toHaveValue("12");
  await fillAddress(row, "fax", "01632 960123");
  await expect(row).toContainText(t("recipient.understoodIn", { text: "+44 1632 960123", place: "United Kingdom" }));
  await expect(row).toContainText(t("recipient.doubtful"));
  await press(page, t("recipient.save"));
  await expect(line(page, "Minister of Justice")).toContainText("+44 1632 960123");
  await expect(line(page, "Minister of Justice")).toContainText("Ann Example");
  await expect(line(page, "Minister of Justice")).toContainText(t("recipientList.taken"));
});

test("addresses are added, ordered and retired; the next form begins empty", async ({ page }) => {
  await page.getByRole("link", { name: t("recipientList.new") }).click();
  await expect(page.getByLabel(t("recipient.texts.office"))).toHaveValue("");
  await fillOffice(page, { office: "Ambassador of Example Land", short: "Ambassador" });
  await page.getByRole("radio", { name: t("recipient.holderStatuses.vacant") }).check();
  await page.getByLabel(t("recipient.country"), { exact: true }).selectOption("KR");
  const row = (number: number) => page.getByRole("group", { name: t("recipient.addressRow", { number }) });
  await fillAddress(row(1), "post", "Embassy of Example Land\n1 Example Street\nSeoul");
  await page.getByRole("button", { name: t("recipient.anotherAddress") }).click();
  await fillAddress(row(2), "email", "ambassador@BÜCHER.example");
  await expect(row(2)).toContainText("ambassador@xn--bcher-kva.example");
  await row(2)
    .getByRole("button", { name: t("recipient.addressUp") })
    .click();
  await expect(row(1).getByLabel(t("recipient.address"), { exact: true })).toHaveValue("ambassador@BÜCHER.example");
  await press(page, t("recipient.save"));
  const ambassador = line(page, "Ambassador");
  await expect(ambassador).toContainText(t("recipientList.vacant"));
  await expect(ambassador.getByRole("listitem")).toHaveCount(2);
  await expect(ambassador.getByRole("listitem").first()).toContainText(t("recipientList.taken"));

  await ambassador.getByRole("link", { name: "Ambassador" }).click();
  await expectTitle(page, "Ambassador");
  await row(2).getByLabel(t("recipient.address"), { exact: true }).fill("");
  await save(page, t("recipient.save"));
  await page.getByLabel(t("recipient.texts.body")).fill("Embassy of Example Land");
  await save(page, t("recipient.save"));
  await page.reload();
  await expect(page.getByLabel(t("recipient.texts.body"))).toHaveValue("Embassy of Example Land");
  await expect(page.getByText(t("form.kept"))).toHaveCount(0);
  await page.getByRole("link", { name: t("recipient.back") }).click();
  await expect(line(page, "Ambassador").getByRole("listitem")).toHaveCount(1);
});

test("the order is changed by keyboard, roles by a button; who is taken out can be added again", async ({ page }) => {
  const names = page.getByRole("main").locator("ol").getByRole("heading", { level: 2 });
  await expect(names).toContainText(["Minister of Justice", "Ambassador"]);
  const up = line(page, "Ambassador").getByRole("button", { name: t("recipientList.up") });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(names).toContainText(["Ambassador", "Minister of Justice"]);
  await expect(up).toBeFocused();
  await expect(page.getByText(t("recipientList.done.up", { name: "Ambassador" }))).toBeVisible();
  await line(page, "Ambassador")
    .getByRole("button", { name: t("recipientList.copy") })
    .click();
  await expect(line(page, "Ambassador")).toContainText(t("recipients.copy"));
  await line(page, "Ambassador")
    .getByRole("button", { name: t("recipientList.out") })
    .click();
  await expect(names).toContainText(["Minister of Justice"]);
  await page.getByLabel(t("recipientList.attachLabel")).selectOption({ label: "Ambassador" });
  await press(page, t("recipientList.attach"));
  await expect(names).toContainText(["Minister of Justice", "Ambassador"]);
  await expectAccessible(page, "recipients");
  await expectNoSideScroll(page, "recipients");
});

test("the letter is seen while it is typed; an unknown field is refused", async ({ page }) => {
  await page.getByRole("link", { name: t("campaignTabs.letter"), exact: true }).click();
  const field = (name: "subject" | "opening" | "body" | "closing" | "requests") =>
    page.getByRole("textbox", { name: t(`letter.${name}`) }).first();
  const paper = page.getByRole("article");
  await expect(page.getByText(t("letter.test.notSaved"))).toBeVisible();
  await field("subject").fill("To ");
  await page
    .getByRole("group", { name: t("letter.insert", { field: t("letter.subject") }) })
    .getByRole("button", { name: t("letter.mergeFields.office") })
    .click();
  await expect(field("subject")).toHaveValue("To {{office}}");
  await expect(field("subject")).toBeFocused();
  await expect(paper).toContainText("To Minister of Justice of Example Land");
  await field("body").pressSequentially("I ask you.");
  await expect(paper).toContainText("I ask you.");
  await expect(paper).toContainText("Dear Minister,");
  await field("opening").fill("{{salut}}");
  await expect(page.getByText(t("letter.preview.unreadable"))).toBeVisible();
  await press(page, t("letter.save"));
  await expect(alert(page).getByRole("link")).toHaveText([t("errors.any.unknown-field", { what: "salut" })]);
  await expectAccessible(page, "a letter with a fault");
  await page.reload();
  await expect(field("opening")).toHaveValue("{{salut}}");
  await expect(page.getByText(t("letter.preview.unreadable"))).toBeVisible();
  await field("opening").fill("");
  await expect(page.getByText(t("letter.preview.noSalutation"))).toBeVisible();
  await field("opening").fill("{{salutation}}");
  await field("requests").fill("Free him.");
  await press(page, t("letter.save"));
  await expect(alert(page)).toContainText(t("errors.requests.not-in-letter", { what: "Free him." }));
  await field("requests").fill("I ask you.");
  await save(page, t("letter.save"));
  await field("subject").fill("Again to {{office}}");
  await save(page, t("letter.save"));
  await page.reload();
  await expect(field("subject")).toHaveValue("Again to {{office}}");
  await expect(page.getByText(t("form.kept"))).toHaveCount(0);
});

test("a letter from right to left, and a test to oneself", async ({ page, sending }) => {
  await page.goto(`${path}/letter`);
  await page.getByText(t("appealText.add"), { exact: true }).first().click();
  await page.getByLabel(t("appealText.addLabel")).selectOption("ar");
  await press(page, t("appealText.add"));
  await expect(page).toHaveURL(/language=ar/);
  const paper = page.getByRole("article");
  await expect(paper.locator("div[dir=rtl]")).toBeVisible();
  await expect(
    page.getByText(t("letter.preview.untranslated", { language: "Arabic", default: "English" })),
  ).toBeVisible();
  await page
    .getByRole("textbox", { name: t("letter.subject") })
    .first()
    .fill("طلب");
  await page
    .getByRole("textbox", { name: t("letter.body") })
    .first()
    .fill("أطلب منكم أن تفرجوا عنه.");
  await save(page, t("letter.save"));
  await expectAccessible(page, "letter from right to left");
  await expectNoSideScroll(page, "letter from right to left");

  await page.getByLabel(t("letter.test.recipient")).selectOption({ label: "Ambassador" });
  await expect(paper).toContainText("ambassador@xn--bcher-kva.example");
  await press(page, t("letter.test.submit"));
  await expect(page.getByText(t("letter.test.done", { email: owner.email }))).toBeVisible();
  const mail = await mailTo(sending, owner.email, ({ subject = "" }) => subject.startsWith("[TEST]"));
  expect(mail.subject).toBe("[TEST] طلب");
  expect(mail.text).toContain("Ambassador of Example Land");
  expect(mail.text).toContain("ambassador@xn--bcher-kva.example");
  expect(squash(mail.text ?? "")).toContain("أطلب منكم أن تفرجوا عنه.");
  expect(await listMails(sending, "ambassador@xn--bcher-kva.example")).toEqual([]);

  await press(page, t("letter.remove", { language: "Arabic" }));
  await expect(page).toHaveURL(/\/letter$/);
  await expect(page.getByRole("navigation", { name: t("letter.languages") })).not.toContainText("Arabic");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a recipient can be added, moved and taken out", async ({ page }) => {
    await page.getByRole("link", { name: t("recipientList.new") }).click();
    await fillOffice(page, { office: "Governor of Example Land", short: "Governor" });
    await page.getByLabel(t("recipient.country"), { exact: true }).selectOption("KR");
    const row = (number: number) => page.getByRole("group", { name: t("recipient.addressRow", { number }) });
    await fillAddress(row(3), "fax", "12");
    await press(page, t("recipient.save"));
    await expect(row(3)).toContainText(t("errors.address-value.fax-impossible", { what: "12" }));
    await expect(page.getByLabel(t("recipient.texts.office"))).toHaveValue("Governor of Example Land");
    await fillAddress(row(3), "fax", "02-2100-2114");
    await press(page, t("recipient.save"));
    await expect(line(page, "Governor")).toContainText("+82 2 2100 2114");
    await line(page, "Governor")
      .getByRole("button", { name: t("recipientList.up") })
      .click();
    const names = page.getByRole("main").locator("ol").getByRole("heading", { level: 2 });
    await expect(names).toContainText(["Minister of Justice", "Governor", "Ambassador"]);
    await line(page, "Governor")
      .getByRole("button", { name: t("recipientList.out") })
      .click();
    await expect(names).toHaveCount(2);
  });
});

function alert(page: Page): Locator {
  return page.getByRole("main").getByRole("alert");
}

/** Sends a form and waits until its answer says that it was saved; until then nothing says so. */
async function save(page: Page, button: string): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await press(page, button);
  await answer;
  await expectSaved(page);
  await expect(page.getByText(t("form.refused"))).toHaveCount(0);
}

/** A recipient in the list. */
function line(page: Page, short: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2, name: short, exact: true }) });
}

async function fillOffice(page: Page, { office, short }: { office: string; short: string }): Promise<void> {
  await page.getByLabel(t("recipient.texts.office")).fill(office);
  await page.getByLabel(t("recipient.texts.short")).fill(short);
  await page.getByLabel(t("recipient.texts.salutation")).fill("Dear Minister,");
}

async function fillAddress(row: Locator, channel: "email" | "fax" | "post", value: string): Promise<void> {
  await row.getByLabel(t("recipient.channel")).selectOption(channel);
  await row.getByLabel(t("recipient.address"), { exact: true }).fill(value);
}

async function makeCampaign({ databaseUrl }: World): Promise<void> {
  const [caseId, revisionId] = [uuidv7(), uuidv7()];
  await asAdministrator(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select organisation_id as id from campaigns limit 1");
    const organisation = rows[0]?.id;
    await client.query(
      "insert into cases (id, organisation_id, title, country) values ($1, $2, 'Test of recipients', 'GB')",
      [caseId, organisation],
    );
    await client.query(
      "insert into campaigns (id, organisation_id, case_id, slug, default_language, sealed_key) values ($1, $2, $3, $4, 'en', '\\x00')",
      [campaign, organisation, caseId, `test-of-recipients-${campaign}`],
    );
    await client.query("insert into revisions (id, organisation_id, campaign_id, number) values ($1, $2, $3, 1)", [
      revisionId,
      organisation,
      campaign,
    ]);
  });
}
