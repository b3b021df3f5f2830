import type { Browser, Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { sendSignIn, signInAnew } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectSaved, expectTitle, linkIn, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { mailTo, owner, type World } from "./world";

const t = deskWords();
const organisation = /\S/;
const colleague = {
  name: "Zubaida Quill",
  email: "a.colleague.with.a.rather.long.address@people-of-the-desk.test",
  password: "six words are harder to guess",
};

// One story: somebody is invited, joins, looks round, changes their password, and is removed.
test.describe.configure({ mode: "serial" });

let link: string;

test("an owner invites a colleague, who reads it in a mail", async ({ page, sending }) => {
  await openMembers(page, sending);
  await look(page, "members, nobody invited");
  await page.getByRole("link", { name: t("members.invite") }).click();
  await expectTitle(page, t("invite.title"));
  await press(page, t("invite.submit"));
  await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveText([
    t("errors.email.required"),
    t("errors.role.required"),
  ]);
  await look(page, "invitation with faults");
  await page.getByLabel(t("invite.email"), { exact: true }).fill(colleague.email);
  await page.getByRole("radio", { name: t("roles.analyst") }).check();
  await press(page, t("invite.submit"));
  await expectTitle(page, t("members.title"));
  await expect(page.getByRole("main").getByRole("status").first()).toContainText(t("members.done.invited"));
  const row = page.getByRole("row", { name: colleague.email });
  await expect(row).toContainText(t("roles.analyst"));
  await look(page, "members, one invited");
  const mail = await mailTo(sending, colleague.email);
  link = linkIn(mail);
  expect(mail.subject).toContain("invitation");

  await row.getByRole("button", { name: t("invitations.againTo", { email: colleague.email }) }).click();
  await expect(row).toContainText(t("invitations.sent"));
  await mailTo(sending, colleague.email, ({ messageId, text }) => messageId !== mail.messageId && text === mail.text);
});

test("inviting a member is refused in words", async ({ page, sending }) => {
  await openMembers(page, sending);
  await page.getByRole("link", { name: t("members.invite") }).click();
  await page.getByLabel(t("invite.email"), { exact: true }).fill(owner.email);
  await page.getByRole("radio", { name: t("roles.owner") }).check();
  await press(page, t("invite.submit"));
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("refusals.already-member"));
});

test("the colleague joins in a browser of their own, once", async ({ page }) => {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(organisation);
  await expect(page.getByText(colleague.email)).toBeVisible();
  await look(page, "join");
  await page.getByLabel(t("fields.name"), { exact: true }).fill(colleague.name);
  await page.getByLabel(t("fields.password"), { exact: true }).fill("too short");
  await press(page, t("join.submit"));
  await expect(
    page
      .getByRole("main")
      .getByRole("alert")
      .getByRole("link", { name: t("errors.password.too-short") }),
  ).toBeVisible();
  await page.getByLabel(t("fields.password"), { exact: true }).fill(colleague.password);
  await press(page, t("join.submit"));
  await expectTitle(page, t("overview.title"));
  await page.goto("/desk/members");
  await expect(page.getByRole("row", { name: colleague.name })).toContainText(t("members.you"));
  await expect(page.getByRole("link", { name: t("members.invite") })).toHaveCount(0);
  await expect(page.getByRole("link", { name: t("members.change") })).toHaveCount(0);
  await look(page, "members, for an analyst");
  for (const path of ["/desk/members/invite", "/desk/organisation"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  expect((await page.goto(link))?.status()).toBe(404);
  await expectTitle(page, t("join.refusedTitle"));
  await look(page, "used invitation");
});

test("a new password ends the other sessions, and the list says so", async ({ page, sending, browser }) => {
  const elsewhere = await newPage(browser, sending);
  await signInAnew(elsewhere, sending, colleague);
  await signInAnew(page, sending, colleague);
  await page.goto("/desk/account");
  await look(page, "account");
  const rows = page.getByRole("table", { name: t("account.sessionsCaption") }).getByRole("row");
  const others = rows.filter({ has: page.getByRole("button", { name: t("session.end") }) });
  await expect(others.first()).toBeVisible();
  await press(page, t("account.passwordSubmit"));
  await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveCount(2);
  await look(page, "account with faults");
  await changePassword(page, "not the present one", "seven words are too many to guess");
  await expect(page.getByRole("main").getByRole("alert").first()).toContainText(t("refusals.wrong-password"));
  await changePassword(page, colleague.password, "seven words are too many to guess");
  await expectSaved(page);
  await expect(page.getByLabel(t("account.newPassword"), { exact: true })).toHaveValue("");
  await expect(others).toHaveCount(0);
  await elsewhere.goto("/desk/campaigns");
  await expectTitle(elsewhere, t("signIn.title"));
  colleague.password = "seven words are too many to guess";
  await sendSignIn(elsewhere, colleague);
  await expectTitle(elsewhere, t("campaigns.title"));
  await elsewhere.goto("/desk/account");
  await press(elsewhere, t("account.endOthers"));
  // The button says so at once, the list when it is done.
  const listed = elsewhere.getByRole("table", { name: t("account.sessionsCaption") }).getByRole("row");
  await expect(listed.filter({ has: elsewhere.getByRole("button", { name: t("session.end") }) })).toHaveCount(0);
  await page.goto("/desk/account");
  await expectTitle(page, t("signIn.title"));
  await press(elsewhere, t("account.endAll"));
  await expectTitle(elsewhere, t("signIn.title"));
  await elsewhere.context().close();
});

test("the last owner cannot go; a role changes; who is removed is out at the next click", async ({
  page,
  sending,
  browser,
}) => {
  const theirs = await newPage(browser, sending);
  await signInAnew(theirs, sending, colleague);
  await openMembers(page, sending);
  await openMember(page, "Owner");
  await expect(page.getByText(t("member.lastOwner"))).toBeVisible();
  await look(page, "the last owner");
  await page
    .getByRole("main")
    .getByRole("link", { name: t("member.back") })
    .click();
  await openMember(page, colleague.name);
  await look(page, "a member");
  await page.getByRole("radio", { name: t("roles.translator") }).check();
  await press(page, t("member.save"));
  await expect(page.getByRole("row", { name: colleague.name })).toContainText(t("roles.translator"));
  await theirs.reload();
  await expect(theirs.getByText(t("roles.translator"))).toBeVisible();
  await openMember(page, colleague.name);
  await press(page, t("member.removeButton", { name: colleague.name }));
  await expect(page.getByText(t("members.done.removed"))).toBeVisible();
  await expect(page.getByRole("row", { name: colleague.name })).toHaveCount(0);
  await theirs.reload();
  await expectTitle(theirs, t("signIn.title"));
  await theirs.context().close();
});

test("who was removed and is invited again joins with the password they have", async ({ page, sending, browser }) => {
  await openMembers(page, sending);
  await invite(page, colleague.email);
  const theirs = await newPage(browser, sending);
  const mail = await mailTo(
    sending,
    colleague.email,
    ({ text = "" }) => text.includes("/desk/join/") && linkIn({ text }) !== link,
  );
  await theirs.goto(linkIn(mail));
  await expect(theirs.getByText(t("join.known"))).toBeVisible();
  await look(theirs, "join with an account");
  await theirs.getByLabel(t("fields.password"), { exact: true }).fill("not this one");
  await press(theirs, t("join.submit"));
  await expect(theirs.getByRole("main").getByRole("alert")).toContainText(t("refusals.wrong-password"));
  await theirs.getByLabel(t("fields.password"), { exact: true }).fill(colleague.password);
  await press(theirs, t("join.submit"));
  await expectTitle(theirs, t("overview.title"));
  await theirs.context().close();
});

test("what one member typed and did not save is not shown to the next", async ({ page, sending }) => {
  const title = page.getByLabel(t("newCampaign.titleLabel"), { exact: true });
  await signInAnew(page, sending, colleague);
  await page.goto("/desk/campaigns/new");
  await title.fill("Between the two of us");
  for (const [member, kept] of [
    [owner, ""],
    [colleague, "Between the two of us"],
  ] as const) {
    await page.context().clearCookies();
    await page.goto("/desk/campaigns/new");
    await sendSignIn(page, member);
    await expectTitle(page, t("newCampaign.title"));
    await expect(page.getByText(t("form.kept"))).toHaveCount(kept ? 1 : 0);
    await expect(title).toHaveValue(kept);
  }
});

test("a member of two organisations goes from one to the other", async ({ page, sending }) => {
  const elsewhere = "The Other House";
  const id = await makeOrganisation(sending, elsewhere);
  await signInAnew(page, sending, colleague);
  const rail = page.getByRole("banner");
  const ways = rail.getByRole("button", { name: /^Go to / });
  await expect(rail.getByText(elsewhere, { exact: true })).toHaveCount(0);
  await look(page, "campaigns, for a member of two organisations");
  await rail.getByRole("button", { name: t("rail.goTo", { organisation: elsewhere }) }).click();
  await expect(rail.getByText(elsewhere, { exact: true })).toBeVisible();
  await expectTitle(page, t("overview.title"));
  await page.reload();
  await expect(rail.getByText(elsewhere, { exact: true })).toBeVisible();
  await page.goto("/desk/account");
  await look(page, "account of a member of two organisations");
  await page
    .getByRole("main")
    .getByRole("button", { name: /^Go to / })
    .click();
  await expectTitle(page, t("overview.title"));
  await expect(rail.getByText(elsewhere, { exact: true })).toHaveCount(0);
  await ways.click();
  await expect(rail.getByText(elsewhere, { exact: true })).toBeVisible();
  await leaveOrganisation(sending, id);
  await page.goto("/desk/campaigns");
  await expect(rail.getByText(elsewhere, { exact: true })).toHaveCount(0);
  await expect(ways).toHaveCount(0);
});

test("a withdrawn invitation opens nothing", async ({ page, sending }) => {
  const email = "somebody.else@people-of-the-desk.test";
  await openMembers(page, sending);
  await invite(page, email);
  const mail = await mailTo(sending, email);
  await page.getByRole("button", { name: t("invitations.withdrawFrom", { email }) }).click();
  await expect(page.getByRole("row", { name: email })).toHaveCount(0);
  expect((await page.goto(linkIn(mail)))?.status()).toBe(404);
});

test("what an organisation says of itself is kept while it is typed, saved, and stands in public", async ({
  page,
  sending,
}) => {
  await signInAnew(page, sending, owner);
  await page.goto("/desk/organisation");
  await expectTitle(page, t("organisation.title"));
  await look(page, "organisation");
  const field = (name: string) => page.getByLabel(name);
  const text = field(t("organisation.privacyText"));
  await text.fill("We keep **little**, and not for long.");
  await field(t("organisation.senderAddress")).fill("nobody");
  await press(page, t("organisation.submit"));
  await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveText([
    t("errors.senderAddress.email"),
  ]);
  await look(page, "organisation with a fault");
  await page.reload();
  await expect(page.getByText(t("form.kept"))).toBeVisible();
  await expect(text).toHaveValue("We keep **little**, and not for long.");
  await field(t("organisation.senderAddress")).fill("");
  await press(page, t("organisation.submit"));
  await expectSaved(page);
  await expect(async () => {
    await page.goto("/en/privacy");
    await expect(page.getByText("We keep little, and not for long.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await page.goto("/desk/organisation");
  await text.fill("");
  await press(page, t("organisation.submit"));
  await expectSaved(page);
});

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

/** A page in a browser that knows nothing of the others. */
async function newPage(browser: Browser, { url }: World): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  return context.newPage();
}

async function openMembers(page: Page, sending: World): Promise<void> {
  await signInAnew(page, sending, owner);
  await page.getByRole("link", { name: t("rail.members") }).click();
  await expectTitle(page, t("members.title"));
}

async function openMember(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: t("members.changeWhom", { name }) }).click();
  await expectTitle(page, name);
}

/** From the list of members and back to it. */
async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole("link", { name: t("members.invite") }).click();
  await page.getByLabel(t("invite.email"), { exact: true }).fill(email);
  await page.getByRole("radio", { name: t("roles.campaigner") }).check();
  await press(page, t("invite.submit"));
  await expect(page.getByRole("row", { name: email })).toBeVisible();
}

async function changePassword(page: Page, present: string, next: string): Promise<void> {
  await page.getByLabel(t("account.currentPassword"), { exact: true }).fill(present);
  await page.getByLabel(t("account.newPassword"), { exact: true }).fill(next);
  await press(page, t("account.passwordSubmit"));
}

/** Another organisation, of which the colleague is a member too. */
async function makeOrganisation({ databaseUrl }: World, name: string): Promise<string> {
  const [id, memberId] = [uuidv7(), uuidv7()];
  await asAdministrator(databaseUrl, async (client) => {
    await client.query("insert into organisations (id, name) values ($1, $2)", [id, name]);
    await client.query(
      "insert into members (id, organisation_id, account_id, role) select $1, $2, id, 'analyst' from accounts where email = $3",
      [memberId, id, colleague.email],
    );
  });
  return id;
}

/** Ends every membership there. */
async function leaveOrganisation({ databaseUrl }: World, id: string): Promise<void> {
  await asAdministrator(databaseUrl, (client) =>
    client.query("update members set removed_at = now() where organisation_id = $1", [id]),
  );
}
