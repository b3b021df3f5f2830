import { beforeEach, describe, expect, test } from "vitest";
import { chooseRevisionPicture } from "@/lib/campaigns/choose-picture";
import { getEdition } from "@/lib/campaigns/edition";
import { findAppeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { addPicture } from "@/lib/cases/add-picture";
import { findPublicPicture, openPicture } from "@/lib/cases/find-picture";
import { getCase } from "@/lib/cases/queries";
import { removePicture } from "@/lib/cases/remove-picture";
import { db } from "@/lib/db";
import type { CampaignState, Distribution } from "@/lib/generated/prisma/enums";
import { makeConsent, makePicture } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { testPicture } from "@/tests/pictures";

let world: World;
let actor: Awaited<ReturnType<typeof makeMember>>;
const alts = { en: "A man at home", ar: "رجل في بيته" };

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation);
});

/** A picture in the published revision, of the person at risk unless said otherwise. */
async function publish(shows = [world.person.id]): Promise<string> {
  const { id } = await makePicture(world.campaign, { shows });
  await db().revision.update({ where: { id: world.revision.id }, data: { pictureId: id } });
  return id;
}

test("is kept encoded anew, with its size and whom it shows", async () => {
  const input = { file: await testPicture(), credit: "Family", shows: [world.person.id] };
  const id = await addPicture(actor, world.campaign.caseId, input);
  const [picture] = (await getCase(actor, world.campaign.caseId)).pictures;
  expect(picture).toMatchObject({
    id,
    width: 300,
    height: 400,
    credit: "Family",
    shows: [world.person.id],
    gone: false,
  });
  expect((await openPicture(actor, id)).mediaType).toBe("image/jpeg");
});

test("a file that is none is a fault of its field, and a person of another case is not found", async () => {
  const { caseId } = world.campaign;
  const rest = { credit: "Family", shows: [] };
  await expect(addPicture(actor, caseId, { ...rest, file: new Uint8Array([1]) })).rejects.toMatchObject({
    issues: [{ path: ["file"], message: "not-a-picture" }],
  });
  const shows = [(await makeWorld()).person.id];
  const file = await testPicture();
  await expect(addPicture(actor, caseId, { ...rest, shows, file })).rejects.toMatchObject({ code: "not-found" });
});

describe("in public", () => {
  test("only with the consent of everybody it shows", async () => {
    const id = await publish();
    expect(await findPublicPicture(id)).toBeNull();
    expect((await findAppeal(world.campaign.slug))?.picture).toBeNull();
    await makeConsent(world.person, "picture");
    expect(await findPublicPicture(id)).toMatchObject({ mediaType: "image/jpeg" });
    expect((await findAppeal(world.campaign.slug))?.picture).toMatchObject({ id, credit: "Press office" });
  });

  test("not once a person it shows is not known any more", async () => {
    const id = await publish([crypto.randomUUID()]);
    expect(await findPublicPicture(id)).toBeNull();
  });

  test.each([
    ["live", "web", true],
    ["paused", "press", true],
    ["closed", "web", true],
    ["archived", "web", false],
    ["live", "network_only", false],
  ] satisfies [CampaignState, Distribution, boolean][])("%s on %s: %s", async (state, distribution, seen) => {
    const id = await publish([]);
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state, distribution } });
    expect((await findPublicPicture(id)) !== null).toBe(seen);
  });

  test("not before its revision is published, and not after another one is", async () => {
    const { id } = await makePicture(world.campaign);
    await chooseRevisionPicture(actor, world.campaign.id, id, alts);
    expect(await findPublicPicture(id)).toBeNull();
    await db().revision.updateMany({ where: { campaignId: world.campaign.id }, data: { publishedAt: new Date() } });
    expect(await findPublicPicture(id)).not.toBeNull();
    await chooseRevisionPicture(actor, world.campaign.id, null);
    await db().revision.updateMany({ where: { campaignId: world.campaign.id }, data: { publishedAt: new Date() } });
    expect(await findPublicPicture(id)).toBeNull();
  });

  test("nothing for what is no id", async () => {
    expect(await findPublicPicture("../etc")).toBeNull();
  });
});

describe("chosen for a campaign", () => {
  test("is in the next revision with its alternative texts; the published one stays", async () => {
    const { id } = await makePicture(world.campaign);
    await chooseRevisionPicture(actor, world.campaign.id, id, alts);
    const edition = await getEdition(actor, world.campaign.id);
    expect(edition).toMatchObject({ number: 2, pictureId: id });
    expect(edition?.texts.map(({ pictureAlt }) => pictureAlt)).toEqual([alts.ar, alts.en]);
    expect((await findAppeal(world.campaign.slug))?.picture).toBeNull();
  });

  test("is described in every language of its texts", async () => {
    const { id } = await makePicture(world.campaign);
    const choose = chooseRevisionPicture(actor, world.campaign.id, id, { en: "A man" });
    await expect(choose).rejects.toMatchObject({ code: "not-ready" });
    expect((await getEdition(actor, world.campaign.id))?.number).toBe(1);
  });

  test("is one of its own case, with bytes", async () => {
    const foreign = await makePicture((await makeWorld()).campaign);
    const empty = await makePicture(world.campaign, { bytes: null });
    for (const { id } of [foreign, empty, { id: "no uuid" }]) {
      const choose = chooseRevisionPicture(actor, world.campaign.id, id, alts);
      await expect(choose).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("is drawn with its size, alternative text and credit", async () => {
    await publish([]);
    await db().appealText.updateMany({ where: { language: "en" }, data: { pictureAlt: alts.en } });
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal && appealView(appeal, "en").picture).toMatchObject({
      src: expect.stringContaining("/api/pictures/"),
      alt: alts.en,
      width: 640,
      height: 480,
      credit: "Press office",
    });
  });
});

test("removed, an unpublished one is gone and a published one has no bytes", async () => {
  const published = await publish([]);
  expect((await findPublicPicture(published, "small"))?.mediaType, "without a small one").toBe("image/jpeg");
  await db().picture.update({ where: { id: published }, data: { small: new Uint8Array([4]) } });
  expect((await findPublicPicture(published, "small"))?.mediaType).toBe("image/webp");
  const { id } = await makePicture(world.campaign);
  await removePicture(actor, id);
  await removePicture(actor, published);
  expect(await db().picture.findUnique({ where: { id } })).toBeNull();
  expect(await db().picture.findUnique({ where: { id: published } })).toMatchObject({ bytes: null, small: null });
  expect(await db().revision.findUnique({ where: { id: world.revision.id } })).toMatchObject({ pictureId: published });
  for (const size of ["large", "small"] as const) expect(await findPublicPicture(published, size)).toBeNull();
});
