import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { asAdministrator } from "@/tests/cluster";
import { openCampaign, signIn } from "./desk-steps";
import { expectNoSideScroll } from "./looks";
import { changeMind, confirmationMail, openOwnPage, press, signAndConfirm, someone, writeLetter } from "./steps";
import { expect, test } from "./test";
import { publicTour } from "./tour";
import { channelWords, words } from "./words";
import { owner, type World } from "./world";

// A phone and a desktop, with text at 200 % (WCAG 2.2, 1.4.4).
const widths = [375, 1280];

// The same three as in looks.spec.ts, for the same reasons.
for (const locale of ["en", "ar", "ko"] as const) {
  test(`no public page scrolls sideways with text twice as large (${locale})`, async ({ page, sending }) => {
    test.slow();
    await page.goto(`/${locale}`);
    await expect(page.locator("html")).toHaveCSS("font-size", "32px");
    await publicTour(page, sending, locale, (state) => expectNoSideScroll(page, state, widths));
  });
}

test("the desk does not scroll sideways with text twice as large", async ({ page, sending }) => {
  test.slow();
  const t = words("en");
  await signAndConfirm(page, sending, someone());
  await press(page, t("mine.faxed"));
  await expect(page.getByText(t("mine.states.self_reported"))).toBeVisible();
  await signToSendThemselves(page, sending);
  await changeMind(page, "en", "withdraw");
  await expect(page.getByText(t("mine.withdrawnText"))).toBeVisible();
  await makeMany(sending);
  await page.goto("/desk/sign-in");
  await expectNoSideScroll(page, "sign-in", widths);
  await signIn(page, sending, owner);
  await expectNoSideScroll(page, "campaigns", widths);
  await openCampaign(page);
  await expectNoSideScroll(page, "campaign", widths);
  const campaign = page.url();
  const rooms = [
    "page",
    "letter",
    "recipients",
    "recipients/new",
    "recipients/rules/new?kind=exclude",
    "settings",
    "publish",
    "signatures",
    "signatures/export",
  ];
  const others = [
    "campaigns/new",
    "cases",
    "cases/new",
    "addresses",
    "members",
    "members/invite",
    "account",
    "organisation",
  ];
  for (const path of [...rooms.map((room) => `${campaign}/${room}`), ...others.map((other) => `/desk/${other}`)]) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expectNoSideScroll(page, path, widths);
  }
});

/** Whoever mails their letter themselves has a long word for its channel in the desk. Ends on their own page. */
async function signToSendThemselves(page: Page, world: World): Promise<void> {
  const person = someone();
  const t = words("en");
  await writeLetter(page, world, person);
  await press(page, channelWords("en")("check.sendOwn"));
  await press(page, t("check.send"));
  const { link } = await confirmationMail(world, person);
  await page.goto(link);
  await press(page, t("confirm.buttonCounted"));
  await openOwnPage(page, person);
}

/** So many offices that forms which name one offer a search. */
async function makeMany({ databaseUrl }: World): Promise<void> {
  await asAdministrator(databaseUrl, async (client) => {
    await client.query(
      `with made as (
         insert into recipients (id, organisation_id, country, language)
         select gen_random_uuid(), organisation_id, 'KE', 'en' from campaigns, generate_series(1, 30) where slug = $1
         returning id, organisation_id
       ) insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
       select id, organisation_id, 'en', 'Head of a ward', 'Ward ' || row_number() over (), 'Dear Sir,' from made`,
      [demoAppeal.slug],
    );
  });
}
