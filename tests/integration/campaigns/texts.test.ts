import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { addLanguage } from "@/lib/campaigns/add-language";
import { discardRevision } from "@/lib/campaigns/discard-revision";
import { getEdition } from "@/lib/campaigns/edition";
import { findAppeal } from "@/lib/campaigns/queries";
import { removeLanguage } from "@/lib/campaigns/remove-language";
import { saveAppealText } from "@/lib/campaigns/save-appeal-text";
import { textMark } from "@/lib/campaigns/text-mark";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "translator" });
});

async function shown(language = "en") {
  const text = (await getEdition(actor, world.campaign.id))?.texts.find((one) => one.language === language);
  if (!text) throw new Error(`no text in ${language}`);
  const { title, request, summary, body, notice, writeHint } = text;
  const words = { title, request, summary, body, notice, writeHint };
  return { language, seen: textMark(words), ...words };
}

const count = () => db().revision.count({ where: { campaignId: world.campaign.id } });

describe("saving a text", () => {
  test("of a published campaign goes into the next revision; the public reads the old one", async () => {
    await saveAppealText(actor, world.campaign.id, { ...(await shown()), title: "Bring him home" });
    expect(await getEdition(actor, world.campaign.id)).toMatchObject({ number: 2, publishedAt: null });
    expect((await shown()).title).toBe("Bring him home");
    expect((await shown("ar")).title).toBe("لا تعيدوه");
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.revision.texts.find(({ language }) => language === "en")?.title).toBe("Do not send him back");
    await saveAppealText(actor, world.campaign.id, { ...(await shown()), body: "More." });
    expect(await count()).toBe(2);
  });

  test("that says the same as before opens no revision", async () => {
    await saveAppealText(actor, world.campaign.id, await shown());
    expect(await count()).toBe(1);
  });

  test("is refused when somebody else saved in between, and keeps what they wrote", async () => {
    const mine = await shown();
    await saveAppealText(actor, world.campaign.id, { ...mine, title: "Theirs" });
    await expect(saveAppealText(actor, world.campaign.id, { ...mine, title: "Mine" })).rejects.toThrow(
      new Refusal("changed-meanwhile"),
    );
    expect((await shown()).title).toBe("Theirs");
    await expect(saveAppealText(actor, world.campaign.id, mine)).rejects.toThrow(new Refusal("changed-meanwhile"));
  });

  test("of two at once keeps one and says so to the other; two languages do not disturb each other", async () => {
    const [english, arabic] = [await shown(), await shown("ar")];
    const all = await Promise.allSettled([
      saveAppealText(actor, world.campaign.id, { ...english, title: "One" }),
      saveAppealText(actor, world.campaign.id, { ...english, title: "Two" }),
      saveAppealText(actor, world.campaign.id, { ...arabic, title: "ثلاثة" }),
    ]);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(all[2]?.status).toBe("fulfilled");
    expect(["One", "Two"]).toContain((await shown()).title);
    expect((await shown("ar")).title).toBe("ثلاثة");
    expect(await count()).toBe(2);
  });

  test("leaves the description of the picture alone", async () => {
    await db().appealText.updateMany({ where: { revisionId: world.revision.id }, data: { pictureAlt: "A man" } });
    await saveAppealText(actor, world.campaign.id, { ...(await shown()), title: "Bring him home" });
    expect((await getEdition(actor, world.campaign.id))?.texts.map(({ pictureAlt }) => pictureAlt)).toEqual([
      "A man",
      "A man",
    ]);
  });

  test("is not possible in an archived campaign", async () => {
    const mine = await shown();
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "archived" } });
    await expect(saveAppealText(actor, world.campaign.id, { ...mine, title: "Late" })).rejects.toThrow(
      new Refusal("not-possible-now"),
    );
  });
});

describe("languages", () => {
  test("are added empty, once, and removed from the draft alone", async () => {
    await addLanguage(actor, world.campaign.id, "fr");
    await saveAppealText(actor, world.campaign.id, { ...(await shown("fr")), title: "Ne le renvoyez pas" });
    await addLanguage(actor, world.campaign.id, "fr");
    expect((await shown("fr")).title).toBe("Ne le renvoyez pas");
    await removeLanguage(actor, world.campaign.id, "ar");
    expect((await getEdition(actor, world.campaign.id))?.texts.map(({ language }) => language)).toEqual(["en", "fr"]);
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.revision.texts.map(({ language }) => language).toSorted()).toEqual(["ar", "en"]);
  });

  test("the default one stays, and one that is not there is not found; neither opens a revision", async () => {
    await expect(removeLanguage(actor, world.campaign.id, "en")).rejects.toThrow(new Refusal("not-possible-now"));
    await expect(removeLanguage(actor, world.campaign.id, "fr")).rejects.toThrow(new Refusal("not-found"));
    expect(await count()).toBe(1);
  });

  test("one that was removed while somebody wrote in it is not written", async () => {
    const mine = await shown("ar");
    await removeLanguage(actor, world.campaign.id, "ar");
    await expect(saveAppealText(actor, world.campaign.id, { ...mine, title: "لكن" })).rejects.toThrow(
      new Refusal("changed-meanwhile"),
    );
  });
});

test("a discarded revision takes its words with it; the first one and a published one cannot be discarded", async () => {
  const owner = await makeMember(world.organisation);
  await expect(discardRevision(owner, world.campaign.id)).rejects.toThrow(new Refusal("not-possible-now"));
  await saveAppealText(actor, world.campaign.id, { ...(await shown()), title: "A mistake" });
  await discardRevision(owner, world.campaign.id);
  expect(await count()).toBe(1);
  expect((await shown()).title).toBe("Do not send him back");
  await db().revision.update({ where: { id: world.revision.id }, data: { publishedAt: null } });
  await expect(discardRevision(owner, world.campaign.id)).rejects.toThrow(new Refusal("not-possible-now"));
});
