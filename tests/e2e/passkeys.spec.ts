import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { generateSync } from "otplib";
import { v7 as uuid } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { enter, sendSignIn, typeInto } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import type { World } from "./world";

const t = deskWords();
const member = { email: "blue.key@second-factor.test", password: "six words are harder to guess" };

test("a passkey is added, signs in beside a code, is refused when it may be a copy, and is removed", async ({
  page,
  sending,
  browser,
}) => {
  await makeMember(sending);
  await plugIn(page);
  await page.goto("/desk/account/second-factor");
  await sendSignIn(page, member);
  await enrol(page);
  const part = page.getByRole("region", { name: t("passkeys.title") });
  await expect(part.getByText(t("passkeys.none"))).toBeVisible();
  await press(page, t("passkeys.add"));
  await expect(part.getByRole("alert").getByRole("link")).toHaveCount(2);
  await part.getByLabel(t("passkeys.name")).fill("Blue key");
  await part.getByLabel(t("fields.password"), { exact: true }).fill("not the present one");
  await press(page, t("passkeys.add"));
  await expect(part.getByRole("alert").first()).toContainText(t("refusals.wrong-password"));
  await expect(part.getByLabel(t("passkeys.name"))).toHaveValue("Blue key");
  await part.getByLabel(t("fields.password"), { exact: true }).fill(member.password);
  await press(page, t("passkeys.add"));
  const row = part.getByRole("row", { name: "Blue key" });
  await expect(row).toContainText(t("passkeys.never"));
  await look(page, "second factor with a passkey");

  await page.context().clearCookies();
  await page.goto("/desk/members");
  await typeInto(page, "#email", member.email);
  await typeInto(page, "#password", member.password);
  await page.keyboard.press("Enter");
  await expectTitle(page, t("code.title"));
  await look(page, "code or passkey");
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
  const plain = await browser.newContext({ baseURL: sending.url, locale: "en-GB", javaScriptEnabled: false });
  const without = await plain.newPage();
  await without.goto("/desk/members");
  await sendSignIn(without, member);
  await expectTitle(without, t("code.title"));
  await expect(without.getByRole("button", { name: t("passkeys.use") })).toBeHidden();
  await plain.close();

  await row.getByRole("button", { name: t("passkeys.removeWhich", { name: "Blue key" }) }).click();
  await expect(part.getByText(t("passkeys.none"))).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/desk/members");
  await sendSignIn(page, member);
  await expectTitle(page, t("code.title"));
  await expect(page.getByRole("button", { name: t("passkeys.use") })).toHaveCount(0);
  await enter(page, "a[href^='/desk/sign-in']");
  await expectTitle(page, t("signIn.title"));
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

/** Sets up the authenticator app that a passkey stands beside. */
async function enrol(page: Page): Promise<void> {
  await expectTitle(page, t("secondFactor.title"));
  await page.getByLabel(t("fields.password"), { exact: true }).fill(member.password);
  await press(page, t("secondFactor.begin"));
  const uri = await page.getByRole("link", { name: t("secondFactor.onThisDevice") }).getAttribute("href");
  const secret = new URL(uri ?? "").searchParams.get("secret") ?? "";
  await page.getByLabel(t("secondFactor.firstCode")).fill(generateSync({ secret }));
  await press(page, t("secondFactor.confirm"));
  await expect(page.getByText(t("secondFactor.left", { count: 10 }))).toBeVisible();
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
