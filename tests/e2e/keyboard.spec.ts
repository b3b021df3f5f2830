import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { testPicture } from "@/tests/pictures";
import { addMember } from "./add-member";
import { enter, openCampaign, sendSignIn, signIn, tabTo, typeInto } from "./desk-steps";
import { makeHouse } from "./make-house";
import { expectSaved, expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { mailTo, owner, type World } from "./world";

const t = deskWords();
const mark = uuidv7();
const keeper = { name: "Kit Keeper", email: `keeper-${mark}@desk.test`, password: owner.password };
const helper = { name: "Hana Helper", email: `helper-${mark}@desk.test`, password: owner.password };
const caseTitle = "A case for the keyboard";
const failing = `porter-${mark}@porter.test`;

// An organisation of its own, with one campaign, a task and an office that is there twice: what is done here meets nobody else's.
test.beforeAll(({ sending }) =>
  makeHouse(sending, {
    members: [
      { ...keeper, role: "owner" },
      { ...helper, role: "campaigner" },
    ],
    caseTitle,
    failing,
  }),
);

/** Opens a page of the desk; from here on only keys are pressed. */
async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path);
  await sendSignIn(page, keeper);
  await expectTitle(page, title);
}

/** Sends the form that a field is in. */
async function send(page: Page, field: string): Promise<void> {
  await enter(page, `form:has(${field}) button[aria-live]`);
}

async function tick(page: Page, box: string): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expect(page.locator(box)).toBeChecked();
}

/** Goes through radio buttons with the arrows until one is chosen. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `[name=${name}]`);
  while (!(await page.locator(`#${name}-${value}`).isChecked())) await page.keyboard.press("ArrowDown");
}

test("a list of recipients is imported and undone", async ({ page }) => {
  await open(page, "/desk/recipients/import", t("import.title"));
  const rows = ["North", "South"].map((side) => `Prefect of the ${side},FR,Dear Prefect,${side}-${mark}@prefect.test`);
  const buffer = Buffer.from(["office,country,salutation,email", ...rows, ""].join("\n"));
  await page.getByLabel(t("import.file")).setInputFiles({ name: "prefects.csv", mimeType: "text/csv", buffer });
  await send(page, "#list");
  await expectTitle(page, "prefects.csv");
  await enter(page, "form:has(#column-0-field) button[aria-live]");
  await expect(page.getByRole("heading", { name: t("import.doneTitle") })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("definition").first()).toHaveText("2");
  await enter(page, "section[aria-labelledby=undo] button");
  await expect(page.getByText(t("import.undoneText", { removed: 2, restored: 0, kept: 0 }))).toBeVisible({
    timeout: 30_000,
  });
});

test("of two that are one office one is left", async ({ page }) => {
  await open(page, "/desk/recipients/duplicates", t("merge.title"));
  await enter(page, 'main a[href*="/merge?with="]');
  await expectTitle(page, t("merge.confirmTitle"));
  await enter(page, "main form button");
  await expectTitle(page, "Warden");
  await page.goto("/desk/recipients/duplicates");
  await expect(page.getByText(t("merge.emptyTitle"))).toBeVisible();
});

test("sending is paused, and goes on", async ({ page }) => {
  await open(page, "/desk/delivery", t("delivery.title"));
  await tabTo(page, "#target");
  while ((await page.locator("#target").inputValue()) !== "organisation") await page.keyboard.press("ArrowDown");
  await typeInto(page, "#reason", "The facts are checked again");
  await send(page, "#target");
  const pauses = page.getByRole("main").getByRole("region", { name: t("delivery.pauses.title"), exact: true });
  await expect(pauses).toContainText(t("delivery.pauses.scopes.organisation"));
  await expect(pauses).toContainText("The facts are checked again");
  await enter(page, "section[aria-labelledby=pauses] button");
  await expect(pauses).toBeHidden();
});

test("a draft is submitted and approved; it is to be published later, and then not", async ({ page, sending }) => {
  const colleague = { ...helper, email: `colleague-${mark}@desk.test`, role: "campaigner" } as const;
  await addMember(sending, colleague);
  const draft = await makeDraft(page, sending);
  await page.goto(`${draft}/life`);
  await enter(page, "section[aria-labelledby=review] button[aria-live]");
  await expect(page.getByText(t("life.review.own"))).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`${draft}/life`);
  await sendSignIn(page, colleague);
  const review = page.getByRole("region", { name: t("life.review.title"), exact: true });
  await expect(review.getByRole("button", { name: t("life.review.approve") })).toBeVisible();
  await send(page, "[name=seen]");
  await expect(review).toContainText(colleague.name);
  await expect(review.getByRole("button")).toHaveCount(0);

  // The same day in whichever order the browser asks for day and month.
  await typeInto(page, "#deadlineDate", "06062036");
  await send(page, "#deadlineDate");
  const cancel = page.getByRole("button", { name: t("life.schedule.cancel") });
  await expect(page.getByText(/It is published by itself on 6 June 2036/)).toBeVisible();
  await enter(page, "section[aria-labelledby=schedule] form:not(:has(#deadlineDate)) button[aria-live]");
  await expect(cancel).toHaveCount(0);
  await expect(page.getByRole("button", { name: t("life.schedule.submit") })).toBeVisible();

  // Other tests look for the one campaign of this title.
  await page.goto(draft);
  await press(page, t("campaignActs.archive"));
  await expect(page.getByRole("button", { name: t("campaignActs.restore") })).toBeVisible();
});

test("a consent is recorded and withdrawn", async ({ page }) => {
  const [title, name] = ["Taken at the harbour", "Ines Example"];
  await open(page, "/desk/cases/new", t("cases.newTitle"));
  await typeInto(page, "#title", title);
  await typeInto(page, "#country", "Norway");
  await send(page, "#title");
  await expectTitle(page, title);
  await enter(page, 'main a[href$="/persons/new"]');
  await expectTitle(page, t("persons.addTitle"));
  await typeInto(page, "#publicName", name);
  await send(page, "#publicName");
  await expectTitle(page, name);
  await tick(page, "#coversName");
  await typeInto(page, "#givenBy", t("consents.givers.family"));
  await typeInto(page, "#givenOn", "11112025");
  await send(page, "#givenOn");
  await expectTitle(page, title);
  await expect(page.getByText(t("consents.none"))).toHaveCount(0);

  await enter(page, `a[aria-label="${t("persons.edit")}: ${name}"]`);
  await expectTitle(page, name);
  await enter(page, 'main a[href$="/withdraw"]');
  await expectTitle(page, t("withdrawal.title"));
  await typeInto(page, "#reason", "Her sister asked us by telephone.");
  await tick(page, "#understood");
  await send(page, "#reason");
  await expectTitle(page, title);
  await expect(page.getByText(t("consents.none"))).toBeVisible();
});

test("somebody is invited, and a member gets other rights", async ({ page, sending }) => {
  const email = `invited-${mark}@desk.test`;
  await open(page, "/desk/members", t("members.title"));
  await enter(page, 'main a[href="/desk/members/invite"]');
  await expectTitle(page, t("invite.title"));
  await typeInto(page, "#email", email);
  await choose(page, "role", "analyst");
  await send(page, "#email");
  await expectTitle(page, t("members.title"));
  await expect(page.getByRole("row", { name: email })).toContainText(t("roles.analyst"));
  await mailTo(sending, email);

  await enter(page, `a[aria-label="${t("members.changeWhom", { name: helper.name })}"]`);
  await expectTitle(page, helper.name);
  await choose(page, "role", "translator");
  await send(page, "[name=role]");
  await expectTitle(page, t("members.title"));
  await expect(page.getByRole("row", { name: helper.name })).toContainText(t("roles.translator"));
});

test("an embassy is added", async ({ page }) => {
  await open(page, "/desk/embassies", t("embassies.title"));
  await enter(page, 'main a[href="/desk/embassies/new"]');
  await expectTitle(page, t("embassy.newTitle"));
  await typeInto(page, "#represents", "Norway");
  await typeInto(page, "#host", "France");
  await typeInto(page, "#office", "Embassy of Norway");
  await typeInto(page, "#email", `embassy-${mark}@norway.test`);
  await send(page, "#office");
  await expect(page.getByText(t("embassies.done.added"))).toBeVisible();
  await expect(page.getByRole("row", { name: "Norway" })).toContainText(`embassy-${mark}@norway.test`);
});

test("a task is done, taken back, and done", async ({ page }) => {
  await open(page, "/desk/tasks", t("tasks.title"));
  const label = t("tasks.finishLabel", { task: t("tasks.kinds.returned"), campaign: caseTitle });
  await enter(page, `button[aria-label="${label}"]`);
  await expect(page.getByRole("status").filter({ hasText: t("undo.acts.tasks-done", { changed: 1 }) })).toBeVisible();
  await expect(page.getByRole("button", { name: t("undo.button") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("undo.undone"))).toBeVisible();
  await enter(page, `button[aria-label="${label}"]`);
  await expect(page.getByText(t("tasks.emptyTitle"))).toBeVisible();
  await expect(page.getByRole("table", { name: t("tasks.doneCaption") })).toContainText(keeper.name);
});

test("an address that fails is given up, and taken back", async ({ page }) => {
  await open(page, "/desk/addresses", t("addresses.title"));
  const decide = `[aria-label="${t("addresses.decide", { address: failing })}"]`;
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Porter" }) });
  await enter(page, `${decide} form:last-child button`);
  await expect(entry).toContainText(t("addresses.told.dead"));
  await enter(page, `${decide} form:last-child button`);
  await expect(page.getByText(t("addresses.done.works"))).toBeVisible();
  await expect(entry).toHaveCount(0);
});

test("the organisation's settings are changed, and the audit log is searched for it", async ({ page }) => {
  await open(page, "/desk/organisation", t("organisation.title"));
  await typeInto(page, "#senderName", "The house of keys");
  await tick(page, "#showsVerified");
  await send(page, "#senderName");
  await expectSaved(page);
  await page.reload();
  await expect(page.locator("#senderName")).toHaveValue("The house of keys");

  const saved = t("audit.actions.organisation.edit");
  await page.goto("/desk/audit");
  await typeInto(page, "#who", keeper.name);
  await typeInto(page, "#what", saved);
  await enter(page, "[role=search] button");
  await expect(page).toHaveURL(/what=/);
  await expect(page.getByRole("row", { name: saved })).toContainText(keeper.name);
  await expect(page.getByRole("row")).toHaveCount(2);
  await typeInto(page, "#subject", "nobody");
  await enter(page, "[role=search] button");
  await expect(page.getByText(t("audit.noId"))).toBeVisible();
  await enter(page, 'main a[href="/desk/audit"]');
  await expect(page).toHaveURL(/audit$/);
  await expect(page.locator("#who")).toHaveValue("");
});

test("a case gets a picture, and loses it", async ({ page }) => {
  await open(page, "/desk/cases", t("cases.title"));
  const way = await page.getByRole("link", { name: caseTitle, exact: true }).getAttribute("href");
  await enter(page, `main a[href="${way}"]`);
  await expectTitle(page, caseTitle);
  // The link that was followed is gone.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await enter(page, 'main a[href$="/pictures/new"]');
  await expectTitle(page, t("pictures.add"));
  const buffer = Buffer.from(await testPicture());
  // Choosing a file is the browser's own window.
  await page.getByLabel(t("pictures.file")).setInputFiles({ name: "door.jpg", mimeType: "image/jpeg", buffer });
  await typeInto(page, "#credit", "Photograph: the porter");
  await tick(page, "#nobody");
  await send(page, "#credit");
  await expectTitle(page, caseTitle);
  await expect(page.getByRole("img", { name: t("pictures.alt", { credit: "Photograph: the porter" }) })).toBeVisible();
  await enter(page, "section[aria-labelledby=pictures] form button");
  await expect(page.getByText(t("pictures.empty"))).toBeVisible();
});

test("the text of a campaign is reached in another language", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await openCampaign(page);
  await enter(page, 'main a[href$="/forward"]');
  await expectTitle(page, t("forward.title"));
  await enter(page, 'main a[href$="language=ar"]');
  const text = page.getByRole("textbox", { name: t("forward.text") });
  await expect(text).toHaveAttribute("dir", "rtl");
  await tabTo(page, "#forward-text");
  await page.keyboard.press("Control+A");
  const chosen = await text.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
  expect(chosen).toBe((await text.inputValue()).length);
});

/** A campaign that follows the demo's and may be published. @returns its address */
async function makeDraft(page: Page, world: World): Promise<string> {
  await signIn(page, world, owner);
  await openCampaign(page);
  const old = page.url();
  await page.goto(`${old}/life`);
  await press(page, t("life.follow.submit"));
  await expect(page).not.toHaveURL(`${old}/life`);
  await expect(page.getByRole("heading", { name: t("campaignActs.title") })).toBeVisible();
  const draft = page.url();
  await page.goto(`${draft}/settings`);
  await page.getByLabel(t("campaignSettings.permittedBy")).fill("his family");
  await page.getByLabel(t("campaignSettings.permittedOn")).fill("2026-11-01");
  await press(page, t("campaignSettings.submit"));
  await expectSaved(page);
  return draft;
}
