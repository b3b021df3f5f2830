import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { embassyLimits } from "@/lib/embassies/schema";
import { asAdministrator } from "@/tests/cluster";
import { enter, sendSignIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner, type World } from "./world";

const t = deskWords();
const campaign = uuidv7();
const rules = `/desk/campaigns/${campaign}/recipients/rules`;

// A campaign of its own with one minister, an example, so that it may find the sample; each test goes on where the last ends.
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ sending }) => makeCampaign(sending));

test("embassies: the sample in one press, a file with its faults by line, then none", async ({ page }) => {
  await page.goto("/desk/embassies");
  await sendSignIn(page, owner);
  await expectTitle(page, t("embassies.title"));
  await expectAccessible(page, "no embassies");
  await press(page, t("embassies.sampleLoad"));
  await expect(page.getByText(t("embassies.done.samples"))).toBeVisible();
  await expect(page.getByText(t("embassies.sample"), { exact: true }).first()).toBeVisible();
  await expectAccessible(page, "embassies");
  await expectNoSideScroll(page, "embassies");

  await page.getByRole("link", { name: t("embassies.import"), exact: true }).click();
  await expectTitle(page, t("embassyImport.title"));
  const text = page.getByLabel(t("embassyImport.text"));
  const head = "represents,host,office,salutation,email";
  await text.fill(
    `${head}\nCN,Poland,Ambassador in Warsaw,Dear,warsaw@example.org\nCN,Atlantis,Ambassador,Dear,nobody`,
  );
  await press(page, t("embassyImport.preview"));
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([
    t("embassyImport.problem", { line: 3, text: t("errors.host.unknown-country", { what: "Atlantis" }) }),
    t("embassyImport.problem", { line: 3, text: t("errors.email.email") }),
  ]);
  await expect(text).toHaveValue(/Atlantis/);
  await expectAccessible(page, "a file with faults");
  await text.fill(`${head}\nCN,Poland,Ambassador in Warsaw,Dear,warsaw@example.org`);
  await press(page, t("embassyImport.preview"));
  await expect(page.getByText(t("embassyImport.ready", { count: 1 }))).toBeVisible();
  await expectNoSideScroll(page, "a file that is ready");
  await press(page, t("embassyImport.confirm", { count: 1 }));
  await expect(page.getByText(t("embassies.done.imported"))).toBeVisible();
  await expect(page.getByRole("link", { name: "Ambassador in Warsaw" })).toBeVisible();
});

test("a file of embassies as large as one may be is read, and added", async ({ page }) => {
  await page.goto("/desk/embassies/import");
  await sendSignIn(page, owner);
  const note = "Whoever wrote this list kept notes, “as one does”. ".repeat(16_500);
  const row = "CN,Chad,Ambassador in N'Djamena,Dear,ndjamena@example.org";
  const buffer = Buffer.from(`represents,host,office,salutation,email,note\n${row},"${note}"`);
  expect(buffer.length).toBeGreaterThan(0.9 * embassyLimits.file);
  await page.getByLabel(t("embassyImport.file")).setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
  await press(page, t("embassyImport.preview"));
  await expect(page.getByText(t("embassyImport.ready", { count: 1 }))).toBeVisible();
  await press(page, t("embassyImport.confirm", { count: 1 }));
  await expect(page.getByText(t("embassies.done.imported"))).toBeVisible();
  await expect(page.getByRole("link", { name: "Ambassador in N'Djamena" })).toBeVisible();
});

test("rules are added, moved, removed and put back by keyboard", async ({ page }) => {
  await open(page);
  await expect(page.getByText(t("routing.none"))).toBeVisible();
  await enter(page, `a[href='${rules}/new']`);
  await expectTitle(page, t("rule.newTitle"));
  await expectAccessible(page, "kinds of rules");
  await enter(page, "main form button");
  await expect(page.getByLabel(t("rule.represents"))).toBeVisible();
  await press(page, t("rule.save"));
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([t("errors.represents.required")]);
  await expectAccessible(page, "a rule with a fault");
  await page.getByLabel(t("rule.represents")).selectOption("CN");
  await page.getByLabel(t("rule.fallback")).selectOption({ label: "Minister" });
  await enter(page, "main form button");
  const embassy = t("routing.words.embassy", { represents: "China", fallback: "Minister" });
  const everyone = t("routing.words.everyone");
  await expect(lines(page)).toContainText([embassy]);
  await page.goto(`${rules}/new?kind=everyone`);
  await press(page, t("rule.save"));
  await expect(lines(page)).toContainText([embassy, everyone]);

  const up = lines(page)
    .filter({ hasText: everyone })
    .getByRole("button", { name: t("routing.up") });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(lines(page)).toContainText([everyone, embassy]);
  await expect(up).toBeFocused();
  const out = lines(page)
    .filter({ hasText: everyone })
    .getByRole("button", { name: t("routing.out") });
  await out.focus();
  await page.keyboard.press("Enter");
  await expect(lines(page)).toContainText([embassy]);
  const undo = page.getByRole("button", { name: t("undo.button") });
  await expect(undo).toBeFocused();
  await expectAccessible(page, "rules, one removed");
  await page.keyboard.press("Enter");
  await expect(lines(page)).toContainText([everyone, embassy]);
  await expect(out).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lines(page)).toContainText([embassy]);
  await expectNoSideScroll(page, "rules");

  await page.goto(`/desk/campaigns/${campaign}/history`);
  const changed = page.getByRole("listitem").filter({ hasText: t("changes.parts.rules") });
  await expect(changed).toContainText([`1. ${embassy}`]);
  await expectAccessible(page, "the history of rules");
  await expectNoSideScroll(page, "the history of rules");
  for (const count of [2, 3]) {
    await changed.first().getByRole("button").press("Enter");
    await expect(changed).toHaveCount(count);
  }
  const part = t("changes.parts.rules");
  await expect(changed.first()).toContainText(t("changes.what.broughtBack", { part }));
  await page.goto(rules);
  await expect(lines(page)).toContainText([embassy]);
});

test("an office of many is searched for, ticked, and stays ticked while others are looked for", async ({ page }) => {
  await open(page);
  await page.goto(`${rules}/new?kind=exclude`);
  const search = page.getByRole("searchbox", { name: t("officeSearch.label") });
  await expect(page.getByRole("checkbox", { name: "Zone 042" })).toHaveCount(0);
  await search.pressSequentially("zone 042");
  await page.getByRole("checkbox", { name: "Zone 042" }).check();
  await search.fill("kenya 058");
  await page.getByRole("checkbox", { name: "Zone 058" }).check();
  await expect(page.getByRole("checkbox", { name: "Zone 042" })).toBeChecked();
  await search.fill("no such office");
  await expect(page.getByText(t("officeSearch.none"))).toBeVisible();
  await expectAccessible(page, "a rule with a search");
  await expectNoSideScroll(page, "a rule with a search");
  await press(page, t("rule.save"));
  const excluded = lines(page).filter({ hasText: "Zone 042" });
  await expect(excluded).toContainText("Zone 058");
  await excluded.getByRole("button", { name: t("routing.out") }).click();
  await expect(excluded).toHaveCount(0);
});

test("the tester says who is written to and why", async ({ page }) => {
  await open(page);
  await page.getByLabel(t("tester.country")).selectOption("FR");
  await press(page, t("tester.ask"));
  const answer = page.getByRole("table", { name: t("tester.caption") });
  await expect(answer).toContainText("Ambassador of China in Paris");
  await expect(answer).toContainText(t("tester.reasons.embassy", { host: "France" }));
  await expectAccessible(page, "an answer");
  await expectNoSideScroll(page, "an answer");
  await page.getByLabel(t("tester.country")).selectOption("BR");
  await press(page, t("tester.ask"));
  await expect(answer).toContainText("Minister of Justice of Example Land");
  await expect(answer).toContainText(t("tester.reasons.fallback", { represents: "China" }));
  await page.getByLabel(t("tester.country")).selectOption("PW");
  await press(page, t("tester.ask"));
  await expect(answer).toContainText(t("tester.reasons.accredited", { host: "Japan" }));
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("rules are added and removed, and the tester answers", async ({ page }) => {
    await open(page);
    await page.getByRole("link", { name: t("routing.add") }).click();
    await page.getByRole("radio", { name: t("routing.kinds.at_most") }).check();
    await press(page, t("rule.choose"));
    await page.getByLabel(t("rule.most")).fill("no");
    await press(page, t("rule.save"));
    await expect(page.getByRole("alert")).toContainText(t("errors.most.required"));
    await expect(page.getByLabel(t("rule.most"))).toHaveValue("no");
    await page.getByLabel(t("rule.most")).fill("1");
    await press(page, t("rule.save"));
    const limit = t("routing.words.at_most", { most: 1 });
    await expect(lines(page).filter({ hasText: limit })).toHaveCount(1);
    await lines(page)
      .filter({ hasText: limit })
      .getByRole("button", { name: t("routing.out") })
      .click();
    await expect(page.getByText(t("routing.wasRemoved", { rule: limit }))).toBeVisible();
    await page.getByLabel(t("tester.country")).selectOption("KR");
    await press(page, t("tester.ask"));
    await expect(page.getByRole("table", { name: t("tester.caption") })).toContainText("Seoul");

    await page.goto(`${rules}/new?kind=exclude`);
    await page.getByLabel(t("rule.countries")).fill("Fran");
    await page.getByRole("searchbox", { name: t("officeSearch.label") }).fill("zone 033");
    await page.getByRole("searchbox", { name: t("officeSearch.label") }).press("Enter");
    await expect(page.getByText(t("officeSearch.all", { total: 1 }))).toBeVisible();
    await page.getByRole("checkbox", { name: "Zone 033" }).check();
    await expect(page.getByLabel(t("rule.countries"))).toHaveValue("Fran");
    await page.getByRole("searchbox", { name: t("officeSearch.label") }).fill("zone 034");
    await press(page, t("officeSearch.submit"));
    await expect(page.getByRole("checkbox", { name: "Zone 034" })).not.toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Zone 033" })).toBeChecked();

    await page.goto(`/desk/campaigns/${campaign}/recipients`);
    await page.getByRole("searchbox", { name: t("officeSearch.label") }).fill("zone 060");
    await press(page, t("officeSearch.submit"));
    await expect(page).toHaveURL(/recipients$/);
    await page.getByLabel(t("recipientList.attachLabel")).selectOption({ label: "Zone 060" });
    await press(page, t("recipientList.attach"));
    await expect(page.getByRole("heading", { level: 2, name: "Zone 060" })).toBeVisible();
  });
});

async function open(page: Page): Promise<void> {
  await page.goto(rules);
  await sendSignIn(page, owner);
  await expect(page.getByRole("heading", { level: 2, name: t("routing.title") })).toBeVisible();
}

function lines(page: Page) {
  return page.getByRole("main").locator("ol > li");
}

async function makeCampaign({ databaseUrl }: World): Promise<void> {
  const [caseId, revisionId, recipientId] = [uuidv7(), uuidv7(), uuidv7()];
  await asAdministrator(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select organisation_id as id from campaigns limit 1");
    const organisation = rows[0]?.id;
    await client.query(
      "insert into cases (id, organisation_id, title, country) values ($1, $2, 'Test of routing', 'GB')",
      [caseId, organisation],
    );
    await client.query(
      "insert into campaigns (id, organisation_id, case_id, slug, nature, default_language, sealed_key) values ($1, $2, $3, $4, 'example', 'en', '\\x00')",
      [campaign, organisation, caseId, `test-of-routing-${campaign}`],
    );
    await client.query("insert into revisions (id, organisation_id, campaign_id, number) values ($1, $2, $3, 1)", [
      revisionId,
      organisation,
      campaign,
    ]);
    await client.query("insert into recipients (id, organisation_id, country, language) values ($1, $2, 'GB', 'en')", [
      recipientId,
      organisation,
    ]);
    await client.query(
      "insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation) values ($1, $2, 'en', 'Minister of Justice of Example Land', 'Minister', 'Dear Minister,')",
      [recipientId, organisation],
    );
    await client.query(
      `with made as (
        insert into recipients (id, organisation_id, country, language)
        select gen_random_uuid(), $1, 'KE', 'en' from generate_series(1, 60) returning id
      )
      insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
      select id, $1, 'en', 'Head of a zone', 'Zone ' || lpad((row_number() over ())::text, 3, '0'), 'Dear Sir,' from made`,
      [organisation],
    );
    await client.query(
      "insert into campaign_recipients (campaign_id, recipient_id, organisation_id) values ($1, $2, $3)",
      [campaign, recipientId, organisation],
    );
  });
}
