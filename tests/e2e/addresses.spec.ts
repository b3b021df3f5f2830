import { v7 as uuidv7 } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { sendSignIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner, type World } from "./world";

const t = deskWords();
const address = `prefect.of.the.outer.islands@${uuidv7()}.example.org`;

test("an address that fails is shown with what its server said; a member gives it up, and takes it back", async ({
  page,
  sending,
}) => {
  await makeFailing(sending);
  await page.goto("/desk/addresses");
  await sendSignIn(page, owner);
  await expectTitle(page, t("addresses.title"));
  const entry = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Prefect of the Outer Islands" }) });
  await expect(entry).toContainText(address);
  await expect(entry).toContainText("550 5.1.1 User unknown");
  await expect(entry).toContainText(t("addresses.told.holds", { count: 3 }));
  await expectAccessible(page, "an address that fails");
  await expectNoSideScroll(page, "an address that fails");

  await entry.getByRole("button", { name: t("addresses.dead") }).click();
  await expect(page.getByRole("status").filter({ hasText: t("addresses.done.dead") })).toBeVisible();
  await expect(entry).toContainText(t("addresses.told.dead"));
  await expect(entry.getByRole("button", { name: t("addresses.dead") })).toHaveCount(0);
  await entry.getByRole("button", { name: t("addresses.works") }).click();
  await expect(page.getByRole("status").filter({ hasText: t("addresses.done.works") })).toBeVisible();
  await expect(entry).toHaveCount(0);
});

test("the rail leads there", async ({ page }) => {
  await page.goto("/desk");
  await sendSignIn(page, owner);
  await page.getByRole("link", { name: t("rail.addresses"), exact: true }).click();
  await expectTitle(page, t("addresses.title"));
});

async function makeFailing({ databaseUrl }: World): Promise<void> {
  const recipient = uuidv7();
  await asAdministrator(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select organisation_id as id from campaigns limit 1");
    const organisation = rows[0]?.id;
    await client.query("insert into recipients (id, organisation_id, country, language) values ($1, $2, 'GB', 'en')", [
      recipient,
      organisation,
    ]);
    await client.query(
      `insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
       values ($1, $2, 'en', 'Prefect', 'Prefect of the Outer Islands', 'Dear Prefect,')`,
      [recipient, organisation],
    );
    await client.query(
      `insert into addresses (id, organisation_id, recipient_id, channel, value, lane, status, failures, failed_at,
         failure_code, failure_response)
       values ($1, $2, $3, 'email', $4, $5, 'failing', 3, now(), '5.1.1', '550 5.1.1 User unknown')`,
      [uuidv7(), organisation, recipient, address, address.slice(address.indexOf("@") + 1)],
    );
  });
}
