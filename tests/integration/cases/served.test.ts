import { expect, test } from "vitest";
import { addPicture } from "@/lib/cases/add-picture";
import { withdrawConsent } from "@/lib/cases/withdraw-consent";
import { sealSession, sessionCookie } from "@/lib/accounts/session-token";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { makeConsent } from "@/tests/cases";
import { makeWorld } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { testPicture } from "@/tests/pictures";
import { startSite } from "@/tests/running-site";

const alt = "Kim Chul-soo at home";

test("what a visitor gets shows name and picture only as long as there is consent", async () => {
  const world = await makeWorld();
  const { person, campaign, revision } = world;
  const actor = await makeMember(world.organisation);
  const cookie = `${sessionCookie().name}=${await sealSession(await startSession(actor.accountId))}`;
  const file = await testPicture();
  const pictureId = await addPicture(actor, campaign.caseId, { file, credit: "His family", shows: [person.id] });
  await db().revision.update({ where: { id: revision.id }, data: { pictureId } });
  const said = { request: "Free Kim Chul-soo", pictureAlt: alt };
  await db().appealText.updateMany({ where: { revisionId: revision.id, language: "en" }, data: said });
  const site = await startSite();
  const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers });
  // Names differ, so that each page is rendered anew.
  const readPage = async (via: string) => (await get(`/en/appeals/${campaign.slug}?via=${via}`)).text();
  const picture = `/api/pictures/${pictureId}`;
  const small = `${picture}?small`;

  expect(await readPage("before")).not.toMatch(/Kim Chul-soo|<img/);
  for (const one of [picture, small]) expect((await get(one)).status).toBe(404);
  const own = await get(picture, { cookie });
  expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-store"]);

  await makeConsent(person, "name", "picture");
  const page = await readPage("with");
  expect(page).toContain("Free Kim Chul-soo");
  const [img = ""] = page.match(/<img[^>]*>/) ?? [];
  expect(img).toContain(`src="${picture}"`);
  expect(img).toContain(`alt="${alt}"`);
  expect(img).toMatch(/width="300" height="400"/);
  expect(page).toMatch(new RegExp(`<source [^>]*srcSet="${picture}\\?small"`));
  expect(page).toContain("His family");
  const shown = await get(picture);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "public, max-age=60",
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.from(await shown.arrayBuffer()).includes("Telephone")).toBe(false);
  const onPhones = await get(small);
  expect([onPhones.status, onPhones.headers.get("content-type")]).toEqual([200, "image/webp"]);

  await withdrawConsent(actor, { personId: person.id, reason: "asked" });
  const after = await readPage("after");
  expect(after).toContain("Free [name withheld]");
  expect(after).not.toMatch(/Kim Chul-soo|<img/);
  for (const one of [picture, small]) {
    expect((await get(one)).status).toBe(404);
    expect((await get(one, { cookie })).status).toBe(404);
  }
  expect(await (await get(`/api/v1/appeals/${campaign.slug}`)).text()).not.toContain("Kim");
}, 120_000);
