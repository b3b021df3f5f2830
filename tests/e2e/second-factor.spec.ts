import type { Browser, Page } from "@playwright/test";
import { hash } from "@node-rs/argon2";
import { generateSync } from "otplib";
import { v7 as uuid } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { enter, sendSignIn, signInAnew, tabTo, typeInto } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import type { World } from "./world";

const t = deskWords();
const member = { email: "keyholder@second-factor.test", password: "six words are harder to guess" };

// One story in a house of its own: it asks for a second factor, its owner enrols, signs in with it, and loses the phone.
test.describe.configure({ mode: "serial" });

let secret = "";
let codes: string[] = [];

test("who must have a second factor is led to set one up, and then on to the page asked for", async ({
  page,
  sending,
}) => {
  await makeHouse(sending);
  await page.goto("/desk/organisation");
  await sendSignIn(page, member);
  await expectTitle(page, t("organisation.title"));
  await look(page, "organisation, second factor optional");
  await page.getByRole("checkbox", { name: t("requireFactor.label") }).check();
  await press(page, t("requireFactor.save"));
  await expectTitle(page, t("secondFactor.title"));
  await page.goto("/desk/audit?what=members.invite");
  await expectTitle(page, t("secondFactor.title"));
  await expect(page.getByText(t("secondFactor.must"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("rail.signOut") })).toBeVisible();
  await look(page, "second factor, not begun");
  const app = page.getByRole("region", { name: t("secondFactor.app") });
  const begin = async () => {
    await app.getByLabel(t("fields.password"), { exact: true }).fill(member.password);
    await press(page, t("secondFactor.begin"));
  };
  await begin();
  await press(page, t("secondFactor.cancel"));
  await begin();
  await expect(page.getByRole("img", { name: t("secondFactor.picture") })).toBeVisible();
  await look(page, "second factor, begun");
  secret = await secretOn(page);
  codes = await page
    .getByRole("list", { name: t("secondFactor.codes") })
    .getByRole("listitem")
    .allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByLabel(t("secondFactor.firstCode")).fill("000000");
  await press(page, t("secondFactor.confirm"));
  await expect(alert(page)).toContainText(t("refusals.wrong-code"));
  expect(await secretOn(page)).toBe(secret);
  await page.getByLabel(t("secondFactor.firstCode")).fill(await freshCode(sending));
  await press(page, t("secondFactor.confirm"));
  await expectTitle(page, t("audit.title"));
});

test("a password opens nothing; a wrong code keeps the place, the right one leads on; all by keyboard", async ({
  page,
  sending,
}) => {
  await page.goto("/desk/members");
  await typeInto(page, "#email", member.email);
  await typeInto(page, "#password", member.password);
  await page.keyboard.press("Enter");
  await expectTitle(page, t("code.title"));
  await look(page, "code");
  await typeInto(page, "#code", "000000");
  await page.keyboard.press("Enter");
  await expect(alert(page)).toContainText(t("refusals.wrong-code"));
  await look(page, "a wrong code");
  const other = await page.context().newPage();
  await other.goto("/desk/members");
  await expectTitle(other, t("signIn.title"));
  await other.close();
  await typeInto(page, "#code", await freshCode(sending));
  await page.keyboard.press("Enter");
  await expectTitle(page, t("members.title"));
  await page.goto("/desk/account");
  await look(page, "account with a second factor");
});

test("a code of the app signs in without script, once", async ({ browser, sending }) => {
  const page = await pageWithoutScript(browser, sending);
  const code = await freshCode(sending);
  await page.goto("/desk/members");
  await sendSignIn(page, member);
  await expectTitle(page, t("code.title"));
  await page.getByLabel(t("code.code"), { exact: true }).fill("000000");
  await press(page, t("code.submit"));
  await expectTitle(page, t("code.title"));
  await expect(alert(page)).toContainText(t("refusals.wrong-code"));
  await page.getByLabel(t("code.code"), { exact: true }).fill(code);
  await press(page, t("code.submit"));
  await expectTitle(page, t("members.title"));
  await page.context().clearCookies();
  await page.goto("/desk/members");
  await sendSignIn(page, member);
  await page.getByLabel(t("code.code"), { exact: true }).fill(code);
  await press(page, t("code.submit"));
  await expect(alert(page)).toContainText(t("refusals.wrong-code"));
  await page.context().close();
});

test("a recovery code signs in once; new ones are shown once; the log has it all", async ({ page, sending }) => {
  const [code = ""] = codes;
  await page.goto("/desk/account/second-factor");
  await sendSignIn(page, member);
  await page.getByLabel(t("code.code"), { exact: true }).fill(code.toUpperCase().replaceAll("-", " "));
  await press(page, t("code.submit"));
  await expect(page.getByText(t("secondFactor.left", { count: 9 }))).toBeVisible();
  await look(page, "second factor, in use");
  await expect(page.getByRole("button", { name: t("secondFactor.renew") })).toHaveCount(0);
  const proof = page.getByRole("region", { name: t("secondFactor.again") });
  await press(page, t("secondFactor.goOn"));
  await expect(proof.getByRole("alert").getByRole("link")).toHaveCount(2);
  await proof.getByLabel(t("fields.password"), { exact: true }).fill(member.password);
  await proof.getByLabel(t("code.code"), { exact: true }).fill("000000");
  await press(page, t("secondFactor.goOn"));
  await expect(proof.getByRole("alert").first()).toContainText(t("refusals.wrong-code"));
  await look(page, "second factor, not proven");
  await proof.getByLabel(t("fields.password"), { exact: true }).fill(member.password);
  await proof.getByLabel(t("code.code"), { exact: true }).fill(await freshCode(sending));
  await press(page, t("secondFactor.goOn"));
  await expect(page.getByRole("button", { name: t("secondFactor.remove") })).toHaveCount(0);
  await look(page, "second factor, proven");
  await press(page, t("secondFactor.renew"));
  const shown = page.getByRole("list", { name: t("secondFactor.codes") }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  expect(await shown.allTextContents()).not.toContain(codes[1]);
  await look(page, "second factor, new codes");
  await press(page, t("secondFactor.kept"));
  await expect(page.getByText(t("secondFactor.left", { count: 10 }))).toBeVisible();

  await page.goto("/desk/audit");
  await look(page, "audit log");
  const rows = page.getByRole("table", { name: t("audit.caption") }).getByRole("rowheader");
  await expect(rows).toHaveText([
    t("audit.actions.account.renew-recovery-codes"),
    // By the code that was wrong on this page, and by those of the sign-ins before: each right one ended a series.
    t("audit.actions.account.wrong-codes"),
    t("audit.actions.account.use-recovery-code"),
    t("audit.actions.account.wrong-codes"),
    t("audit.actions.account.wrong-codes"),
    t("audit.actions.account.wrong-codes"),
    t("audit.actions.account.add-second-factor"),
    t("audit.actions.organisation.require-second-factor"),
  ]);
  await page.getByLabel(t("audit.what"), { exact: true }).selectOption("account.use-recovery-code");
  await press(page, t("audit.search"));
  await expect(rows).toHaveText([t("audit.actions.account.use-recovery-code")]);
  await page.getByLabel(t("audit.to"), { exact: true }).fill("2001-01-01");
  await press(page, t("audit.search"));
  await expect(page.getByText(t("audit.empty"))).toBeVisible();
  await look(page, "audit log, nothing found");
  await page.goto("/desk/audit?subject=not-an-id");
  await expect(page.getByText(t("audit.noId"))).toBeVisible();
  await expect(rows).toHaveCount(0);
  await look(page, "audit log, no id");
});

test("a session elsewhere is ended from the list", async ({ page, browser, sending }) => {
  const elsewhere = await pageWithoutScript(browser, sending);
  await elsewhere.goto("/desk/members");
  await sendSignIn(elsewhere, member);
  await elsewhere.getByLabel(t("code.code"), { exact: true }).fill(await freshCode(sending));
  await press(elsewhere, t("code.submit"));
  await expectTitle(elsewhere, t("members.title"));
  await page.goto("/desk/account");
  await sendSignIn(page, member);
  await page.getByLabel(t("code.code"), { exact: true }).fill(await freshCode(sending));
  await press(page, t("code.submit"));
  await expectTitle(page, t("account.title"));
  const list = page.getByRole("table", { name: t("account.sessionsCaption") });
  const ends = list.getByRole("button", { name: t("session.end") });
  const before = await ends.count();
  for (let left = before; left > 0; left -= 1) {
    await ends.first().click();
    await expect(ends).toHaveCount(left - 1);
  }
  await elsewhere.goto("/desk/members");
  await expectTitle(elsewhere, t("signIn.title"));
  await elsewhere.context().close();
});

test("rights are taken and given at the member's page", async ({ page, sending }) => {
  await relax(sending);
  await page.goto("/desk/members");
  await sendSignIn(page, member);
  await page.getByLabel(t("code.code"), { exact: true }).fill(await freshCode(sending));
  await press(page, t("code.submit"));
  await page.getByRole("link", { name: t("members.changeWhom", { name: "Ann Example" }) }).click();
  await expectTitle(page, "Ann Example");
  await look(page, "a member with rights");
  await page.getByRole("checkbox", { name: t("rights.export") }).uncheck();
  await press(page, t("rights.save"));
  await expect(page.getByText(t("members.done.rights"))).toBeVisible();
  await page.goto("/desk/audit");
  await expect(page.getByRole("link", { name: t("audit.export") })).toHaveCount(0);
});

test("the second factor is taken away by keyboard, and the password signs in alone", async ({ page, sending }) => {
  await page.goto("/desk/account/second-factor");
  await sendSignIn(page, member);
  await page.getByLabel(t("code.code"), { exact: true }).fill(await freshCode(sending));
  await press(page, t("code.submit"));
  await expectTitle(page, t("secondFactor.title"));
  const proof = page.getByRole("region", { name: t("secondFactor.again") });
  await proof.getByLabel(t("fields.password"), { exact: true }).focus();
  await page.keyboard.type(member.password);
  await page.keyboard.press("Tab");
  await proof.getByLabel(t("code.code"), { exact: true }).focus();
  await page.keyboard.type(await freshCode(sending));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: t("secondFactor.remove") }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: t("secondFactor.begin") })).toBeVisible();
  await tabTo(page, "a[href='/desk/account']");
  await page.context().clearCookies();
  await signInAnew(page, sending, member);
  await enter(page, "a[href='/desk/account']");
  await expectTitle(page, t("account.title"));
  await expect(page.getByText(t("secondFactor.accountOff"))).toBeVisible();
});

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

function alert(page: Page) {
  return page.getByRole("main").getByRole("alert").first();
}

async function secretOn(page: Page): Promise<string> {
  const uri = await page.getByRole("link", { name: t("secondFactor.onThisDevice") }).getAttribute("href");
  return new URL(uri ?? "").searchParams.get("secret") ?? "";
}

/** What the app shows now. Codes used before are made usable again, for no test waits half a minute. */
async function freshCode({ databaseUrl }: World): Promise<string> {
  await asAdministrator(databaseUrl, (client) => client.query("update totps set last_step = 0"));
  return generateSync({ secret });
}

async function pageWithoutScript(browser: Browser, { url }: World): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: "en-GB", javaScriptEnabled: false });
  return context.newPage();
}

/** An organisation with one owner. */
async function makeHouse({ databaseUrl }: World): Promise<void> {
  const [organisation, account] = [uuid(), uuid()];
  const passwordHash = await hash(member.password);
  await asAdministrator(databaseUrl, async (client) => {
    await client.query("insert into organisations (id, name) values ($1, 'The Careful House')", [organisation]);
    await client.query("insert into accounts (id, email, name, password_hash) values ($1, $2, 'Ann Example', $3)", [
      account,
      member.email,
      passwordHash,
    ]);
    await client.query("insert into members (id, organisation_id, account_id, role) values ($1, $2, $3, 'owner')", [
      uuid(),
      organisation,
      account,
    ]);
  });
}

/** The organisation asks for a second factor no longer. */
async function relax({ databaseUrl }: World): Promise<void> {
  await asAdministrator(databaseUrl, (client) =>
    client.query("update organisations set second_factor_required_at = null"),
  );
}
