import { expectLetter } from "./letters";
import {
  appealPath,
  changeMind,
  confirmationMail,
  confirmBy,
  expectTitle,
  letterToMinister,
  linkIn,
  minister,
  openOwnPage,
  press,
  signAndConfirm,
  signAppeal,
  someone,
  squash,
  writeLetter,
} from "./steps";
import { expectChange, readTallies } from "./tallies";
import { expect, test } from "./test";
import { words } from "./words";
import { listMails, mailTo } from "./world";

const t = words("en");

test("who allows replies is named under Reply-To, on the check page and in the letter", async ({ page, sending }) => {
  const person = someone({ replyConsent: true });
  await writeLetter(page, sending, person);
  await expect(page.getByRole("region", { name: minister.texts.en.short })).toContainText(
    `${t("check.replyTo")}${person.email}`,
  );
  await press(page, t("check.send"));
  const { link } = await confirmationMail(sending, person);
  await confirmBy(page, link, person);
  expectLetter(await letterToMinister(sending, person), person);
});

test("who writes under initials gives the recipient nothing else, even with replies allowed", async ({
  page,
  sending,
}) => {
  const person = someone({ disclosure: "initials", replyConsent: true });
  const initials = "Z. Q.";
  await writeLetter(page, sending, person);
  for (const letter of await page.getByRole("article").all()) {
    await expect(letter).toContainText(initials);
    await expect(letter).not.toContainText(person.name);
    await expect(letter).not.toContainText(person.email);
  }
  await press(page, t("check.send"));
  const { link } = await confirmationMail(sending, person);
  await confirmBy(page, link, person);
  const letter = await letterToMinister(sending, person);
  expectLetter(letter, person);
  expect(letter.from?.name).toBe(initials);
  expect(letter.text).toContain(`${initials}\nFrance`);
  const everything = [letter.raw, letter.text, JSON.stringify(letter.headers)].join("\n");
  for (const part of [...person.name.split(" "), person.email]) expect(everything).not.toContain(part);
  await page.getByRole("link", { name: t("thanks.faxButton") }).click();
  await expect(page.getByRole("article")).toContainText(initials);
  await expect(page.getByRole("article")).not.toContainText(person.name);
});

test("who only wants to be counted sends no letter", async ({ page, sending }) => {
  const person = someone({ disclosure: "counted" });
  const before = await readTallies(page, sending);
  await writeLetter(page, sending, person);
  await expectTitle(page, t("check.titleCounted"));
  await expect(page.getByRole("article")).toHaveCount(0);
  await press(page, t("check.send"));
  const { mail, link } = await confirmationMail(sending, person);
  expect(mail.text).not.toContain(person.ownWords);
  await confirmBy(page, link, person);
  await openOwnPage(page, person);
  await expect(page.getByText(t("mine.noLetters"))).toBeVisible();
  await expectChange(page, sending, before, { signed: 1, confirmed: 1 });
  // A letter of somebody who signed later has left: nothing of this one is still on its way.
  const other = someone();
  await signAndConfirm(page, sending, other);
  await letterToMinister(sending, other);
  const letters = await listMails(sending, minister.address);
  expect(letters.filter(({ text = "" }) => squash(text).includes(squash(person.ownWords)))).toEqual([]);
});

test("who signs again gets the same page and a mail that says so, and is counted once", async ({ page, sending }) => {
  const person = someone();
  await signAndConfirm(page, sending, person);
  await letterToMinister(sending, person);
  const firstPage = page.url();
  const before = await readTallies(page, sending);

  await signAppeal(page, sending, { ...person, ownWords: "Other words this time." });
  await expect(page).toHaveURL(`${sending.url}${appealPath("en")}/sent`);
  const again = await mailTo(sending, person.email, ({ subject = "" }) =>
    subject.startsWith("You have already signed"),
  );
  expect(linkIn(again)).toBe(firstPage);
  await expectChange(page, sending, before, {});
  await page.goto(linkIn(again));
  await expectTitle(page, t("mine.title"));
  await expect(page.getByRole("main")).not.toContainText("Other words this time.");
  const letters = await listMails(sending, minister.address);
  expect(letters.filter(({ from }) => from?.name === person.name)).toHaveLength(1);
});

test("a link that was used says that everything is confirmed, and confirms nothing twice", async ({
  page,
  sending,
}) => {
  const person = someone();
  const link = await signAndConfirm(page, sending, person);
  await letterToMinister(sending, person);
  const before = await readTallies(page, sending);
  await page.goto(link);
  await expectTitle(page, t("confirm.already"));
  const post = await page.request.post(link, { headers: { origin: sending.url }, form: {}, maxRedirects: 0 });
  expect(post.status()).toBe(303);
  await page.getByRole("link", { name: t("confirm.toMine") }).click();
  await expectTitle(page, t("mine.title"));
  await expectChange(page, sending, before, {});
});

test("a fax that was reported by mistake can be taken back", async ({ page, sending }) => {
  const person = someone();
  const before = await readTallies(page, sending);
  await signAndConfirm(page, sending, person);
  await press(page, t("mine.faxed"));
  await press(page, t("mine.undo"));
  await expect(page.getByRole("button", { name: t("mine.faxed") })).toBeVisible();
  await expectChange(page, sending, before, { signed: 1, confirmed: 1, accepted: 1, with_signer: 1 });
});

test("who withdrew is told so by the used link, and by the mail when they sign again", async ({ page, sending }) => {
  const person = someone();
  const link = await signAndConfirm(page, sending, person);
  await letterToMinister(sending, person);
  const mine = page.url();
  await page.goto(link);
  await expect(page.getByText(t("confirm.alreadyText"))).toBeVisible();
  await page.goto(mine);
  await changeMind(page, "en", "withdraw");
  await page.goto(link);
  await expectTitle(page, t("mine.withdrawnTitle"));
  await expect(page.getByText(t("confirm.withdrawnText"))).toBeVisible();
  // A confirm page that was left open leads to no thanks either.
  const post = await page.request.post(link, { headers: { origin: sending.url }, form: {} });
  expect(await post.text()).toContain(t("mine.withdrawnTitle"));

  await signAppeal(page, sending, person);
  const again = await mailTo(sending, person.email, ({ subject = "" }) =>
    subject.startsWith("You have withdrawn your signature"),
  );
  expect(linkIn(again)).toBe(mine);
});

test("who is only counted hears nothing of letters from the used link", async ({ page, sending }) => {
  const person = someone({ disclosure: "counted" });
  const link = await signAndConfirm(page, sending, person);
  await page.goto(link);
  await expectTitle(page, t("confirm.already"));
  await expect(page.getByText(t("confirm.alreadyCounted"))).toBeVisible();
});

test("who withdraws no longer counts, and what has not left stays", async ({ page, sending }) => {
  const person = someone();
  const before = await readTallies(page, sending);
  await signAndConfirm(page, sending, person);
  await letterToMinister(sending, person);
  await expectChange(page, sending, before, { signed: 1, confirmed: 1, accepted: 1, with_signer: 1 });
  await changeMind(page, "en", "withdraw");
  await expect(page.getByRole("heading", { name: t("mine.withdrawnTitle") })).toBeVisible();
  await expect(page.getByText(t("mine.states.cancelled"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("mine.withdrawButton") })).toHaveCount(0);
  await expectChange(page, sending, before, { withdrawn: 1, accepted: 1, cancelled: 1 });
});

test("who erases everything leaves only numbers, and the links lead nowhere", async ({ page, sending }) => {
  const person = someone();
  const before = await readTallies(page, sending);
  const link = await signAndConfirm(page, sending, person);
  await letterToMinister(sending, person);
  const mine = page.url();
  await expectChange(page, sending, before, { signed: 1, confirmed: 1, accepted: 1, with_signer: 1 });
  await changeMind(page, "en", "erase");
  await expectTitle(page, t("mine.erasedTitle"));
  await expect(page).toHaveURL(`${sending.url}/en/erased`);
  expect((await page.goto(mine))?.status()).toBe(404);
  await expectTitle(page, t("refusals.link-unknown.title"));
  expect((await page.goto(link))?.status()).toBe(410);
  await expectChange(page, sending, before, { erased: 1, accepted: 1, cancelled: 1 });
});
