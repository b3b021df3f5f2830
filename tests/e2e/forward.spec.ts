import { readFile } from "node:fs/promises";
import { demoAppeal } from "@/prisma/demo/appeal";
import { columnsOf } from "@/lib/importing/columns";
import { formatFax } from "@/lib/recipients/address";
import { openCampaign, signIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { appealPath, ambassador, expectTitle, minister, press } from "./steps";
import { expect, test } from "./test";
import { deskWords, words } from "./words";
import { owner } from "./world";

const t = deskWords();

/** Whether a text names everybody the demo appeal is addressed to by their address, and nothing in it is too wide. */
function expectWhole(text: string): void {
  expect(text).toContain(minister.address);
  expect(text).toContain(formatFax(ambassador.address));
  expect(text.split("\n").filter((line) => columnsOf(line) > 72 && !line.includes("://"))).toEqual([]);
}

test("a member copies and downloads the text of a campaign, in each of its languages", async ({
  page,
  context,
  sending,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(page, sending, owner);
  await openCampaign(page);
  await page.getByRole("link", { name: t("forward.title"), exact: true }).click();
  await expectTitle(page, t("forward.title"));
  const field = page.getByRole("textbox", { name: t("forward.text") });
  const text = await field.inputValue();
  expectWhole(text);
  await press(page, t("forward.copy"));
  await expect(page.getByText(t("forward.copied"))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await expectAccessible(page, "forward");
  await expectNoSideScroll(page, "forward");

  await page.getByRole("link", { name: "Arabic", exact: true }).click();
  await expect(field).toHaveAttribute("dir", "rtl");
  const arabic = await field.inputValue();
  expectWhole(arabic);
  expect(arabic).not.toBe(text);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: t("forward.download") }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${demoAppeal.slug}-ar.txt`);
  expect(await readFile(await file.path(), "utf8")).toBe(arabic);
});

test("the public finds the text of an appeal beside it, and none of one that is not there", async ({
  page,
  sending,
}) => {
  await page.goto(sending.url + appealPath("en"));
  const link = page.getByRole("link", { name: words("en")("appeal.asText") });
  const address = sending.url + ((await link.getAttribute("href")) ?? "");
  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({ "content-type": "text/plain; charset=utf-8", "content-language": "en" });
  const text = await answer.text();
  expectWhole(text);
  const missing = await page.request.get(`${sending.url}/en/appeals/nothing-here/text`);
  expect(missing.status()).toBe(404);
  expect(missing.headers()["content-type"]).toContain("text/html");
});
