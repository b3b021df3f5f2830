import { expectAccessible, expectNoSideScroll } from "./looks";
import {
  appealPath,
  confirmationMail,
  confirmBy,
  expectTitle,
  fillForm,
  letterToMinister,
  press,
  someone,
} from "./steps";
import { expect, test } from "./test";
import { signerWords, words } from "./words";

const [t, signer] = [words("en"), signerWords("en")];

test("a name in its own script and a profession are folded away, shown before they leave, and stand under the letter", async ({
  page,
  sending,
}) => {
  const person = someone({ name: "Kim Ha-neul" });
  await page.goto(sending.url + appealPath("en"));
  await fillForm(page, person);
  const original = page.getByRole("textbox", { name: signer("form.originalName") });
  await expect(original).toBeHidden();
  await page.getByText(signer("form.fold"), { exact: true }).click();
  await original.fill("김하늘");
  await page.getByRole("textbox", { name: signer("form.profession") }).fill("nurse");
  await expectNoSideScroll(page, "the form, unfolded");
  await expectAccessible(page, "the form, unfolded");
  await press(page, t("form.check"));
  await expectTitle(page, t("check.title"));
  await expect(page.getByText("Kim Ha-neul (김하늘)").first()).toBeVisible();
  await press(page, t("check.send"));
  const { mail, link } = await confirmationMail(sending, person);
  expect(mail.html).toContain(link);
  await confirmBy(page, link, person);
  expect((await letterToMinister(sending, person)).text).toContain("Kim Ha-neul (김하늘)\nnurse");
});
