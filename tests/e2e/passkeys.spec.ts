import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { sendSignIn, typeInto } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import type { World } from "./world";

const t = deskWords();
const member = { email: "blue.key@second-factor.test", password: "six words are harder to guess" };

test("a passkey alone is a second factor: it signs in, is refused as a copy, proves who changes it, and is removed", async ({
  page,
  sending,
  browser,
}) => {
  await makeMember(sending);
  await plugIn(page);
  await page.goto("/desk/account/second-factor");
  await sendSignIn(page, member);
  const part = page.getByRole("region", { name: t("passkeys.title") });
  await expect(part.getByText(t("passkeys.none"))).toBeVisible();
  await look(page, "no second factor");
  await press(page, t("passkeys.add"));
  await expect(part.getByRole("alert").getByRole("link")).toHaveCount(2);
  await part.getByLabel(t("passkeys.name")).fill("Blue key");
  await part.getByLabel(t("fields.password"), { exact: true }).fill("not the present one");
  await press(page, t("passkeys.add"));
  await expect(part.getByRole("alert").first()).toContainText(t("refusals.wrong-password"));
  await expect(part.getByLabel(t("passkeys.name"))).toHaveValue("Blue key");
  await part.getByLabel(t("fields.password"), { exact: true }).fill(member.password);
  await press(page, t("passkeys.add"));
  const codes = page.getByRole("list", { name: t("secondFactor.codes") }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery = ""] = await codes.allTextContents();
  await look(page, "a passkey alone, with its recovery codes");
  await press(page, t("secondFactor.kept"));
  const row = part.getByRole("row", { name: "Blue key" });
  await expect(row).toContainText(t("passkeys.never"));
  await look(page, "second factor with a passkey");

  await page.context().clearCookies();
  await page.goto("/desk/members");
  await typeInto(page, "#email", member.email);
  await typeInto(page, "#password", member.password);
  await page.keyboard.press("Enter");
  await expectTitle(page, t("code.title"));
  await look(page, "passkey or recovery code");
  await setCounter(sending, 1000);
  await press(page, t("passkeys.use"));
  await expect(page.getByRole("main").getByRole("alert").first()).toContainText(t("refusals.wrong-passkey"));
  await look(page, "a passkey that was refused");
  await setCounter(sending, 0);
  await page.getByRole("button", { name: t("passkeys.use") }).focus();
  await page.keyboard.press("Enter");
  await expectTitle(page, t("members.title"));

  await page.goto("/desk/account/second-factor");
  await expect(row).not.toContainText(t("passkeys.never"));
  const remove = row.getByRole("button", { name: t("passkeys.removeWhich", { name: "Blue key" }) });
  await expect(remove).toHaveCount(0);
  const proof = page.getByRole("region", { name: t("secondFactor.again") });
  await look(page, "a passkey, not proven");
  await proof.getByLabel(t("fields.password"), { exact: true }).first().fill(member.password);
  await press(page, t("secondFactor.goOnByKey"));
  await expect(remove).toBeVisible();
  await look(page, "a passkey, proven");

  const plain = await browser.newContext({ baseURL: sending.url, locale: "en-GB", javaScriptEnabled: false });
  const without = await plain.newPage();
  await without.goto("/desk/members");
  await sendSignIn(without, member);
  await expectTitle(without, t("code.title"));
  await expect(without.getByRole("button", { name: t("passkeys.use") })).toBeHidden();
  await without.getByLabel(t("code.recovery"), { exact: true }).fill(recovery);
  await press(without, t("code.submit"));
  await expectTitle(without, t("members.title"));
  await plain.close();

  await remove.click();
  await expect(part.getByText(t("passkeys.none"))).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/desk/members");
  await sendSignIn(page, member);
  await expectTitle(page, t("members.title"));
});

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

/** A security key in Chromium, which answers at once. */
async function plugIn(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** How often the server believes that the key was used. */
async function setCounter({ databaseUrl }: World, counter: number): Promise<void> {
  await asAdministrator(databaseUrl, (client) => client.query("update passkeys set counter = $1", [counter]));
}

/** A member of an organisation of their own. */
async function makeMember({ databaseUrl }: World): Promise<void> {
  const [organisation, account] = [uuid(), uuid()];
  const passwordHash = await hash(member.password);
  await asAdministrator(databaseUrl, async (client) => {
    await client.query("insert into organisations (id, name) values ($1, 'The House of Keys')", [organisation]);
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
