import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { chooseRevisionPicture } from "@/lib/campaigns/choose-picture";
import { addLanguage } from "@/lib/campaigns/add-language";
import { bringBackChange } from "@/lib/campaigns/bring-back";
import { listChanges } from "@/lib/campaigns/changes";
import { createCampaign } from "@/lib/campaigns/create";
import { getEdition } from "@/lib/campaigns/edition";
import { findAppeal } from "@/lib/campaigns/queries";
import { removeLanguage } from "@/lib/campaigns/remove-language";
import { saveAppealText } from "@/lib/campaigns/save-appeal-text";
import { saveSettings } from "@/lib/campaigns/save-settings";
import { settingsSchema } from "@/lib/campaigns/schema";
import { getSettings } from "@/lib/campaigns/settings";
import { textMark } from "@/lib/campaigns/text-mark";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { contentOf, letterFingerprint } from "@/lib/letters/sample-letter";
import { saveSampleLetter } from "@/lib/letters/save-sample-letter";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { detachRecipient } from "@/lib/recipients/detach-recipient";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { moveRecipient } from "@/lib/recipients/move-recipient";
import { setRecipientRole } from "@/lib/recipients/set-recipient-role";
import { makePicture } from "@/tests/cases";
import { makeChange } from "@/tests/changes";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { makeUnattached } from "@/tests/routing";

let world: World;
let id: string;
let ann: Actor;
let ben: Actor;

beforeEach(async () => {
  world = await makeWorld();
  id = world.campaign.id;
  [ann, ben] = [await makeMember(world.organisation), await makeMember(world.organisation)];
});

async function words(language = "en") {
  const text = (await getEdition(ann, id))?.texts.find((one) => one.language === language);
  if (!text) throw new Error(`no text in ${language}`);
  const { title, request, summary, body, notice, writeHint } = text;
  return { title, request, summary, body, notice, writeHint };
}

async function entitle(actor: Actor, title: string, language = "en"): Promise<void> {
  const now = await words(language);
  await saveAppealText(actor, id, { language, seen: textMark(now), ...now, title });
}

async function changes(actor = ann) {
  return (await listChanges(actor, id)).changes;
}

async function age(minutes: number): Promise<void> {
  await db().$executeRaw`
    update revision_changes set at = at - make_interval(mins => ${minutes}), started_at = started_at - make_interval(mins => ${minutes})`;
}

describe("the history", () => {
  test("says who changed what, when, and how it reads before and after", async () => {
    await entitle(ann, "Do not ever send him back");
    const [change] = await changes();
    expect(change).toMatchObject({
      name: "Amal Haddad",
      what: "changed",
      part: "text",
      language: "en",
      revision: 2,
      mayReturn: true,
      fields: [{ field: "title", lead: "Do not ", was: "", is: "ever ", tail: "send him back" }],
    });
    expect(await changes()).toHaveLength(1);
  });

  test("takes saves of one member within five minutes as one, for half an hour; others’ and other parts’ apart", async () => {
    await entitle(ann, "One");
    await entitle(ann, "Two");
    expect(await changes()).toMatchObject([{ fields: [{ was: "Do not send him back", is: "Two" }] }]);
    await entitle(ann, "اثنان", "ar");
    await entitle(ann, "Three");
    await entitle(ben, "Four");
    expect((await changes()).map(({ fields: [field] }) => field?.is)).toEqual(["Four", "اثنان", "Three"]);
    await age(6);
    await entitle(ben, "Five");
    expect(await changes()).toHaveLength(4);
    for (let save = 0; save < 8; save += 1) {
      await age(4);
      await entitle(ben, `Five and ${save}`);
    }
    expect(await changes()).toHaveLength(5);
  });

  test("keeps what a removed language said, and shows pages of it", async () => {
    await addLanguage(ann, id, "fr");
    await entitle(ann, "Ne le renvoyez pas", "fr");
    await removeLanguage(ann, id, "fr");
    expect((await changes()).map(({ what }) => what)).toEqual(["removed", "began"]);
    for (let count = 0; count < 30; count += 1) await makeChange(id);
    const { changes: first, older } = await listChanges(ann, id);
    expect(first).toHaveLength(30);
    const rest = await listChanges(ann, id, older ?? "");
    expect(rest.changes).toHaveLength(2);
    expect(rest.older).toBeNull();
  });

  test("is not kept of what did not change", async () => {
    const now = await words();
    await saveAppealText(ann, id, { language: "en", seen: textMark(now), ...now });
    expect(await changes()).toEqual([]);
  });
});

describe("bringing back", () => {
  test("writes what stood before as a change of its own; the public reads on as it did", async () => {
    await entitle(ann, "Mine");
    const [mine] = await changes();
    await bringBackChange(ben, id, mine?.id ?? "");
    expect((await words()).title).toBe("Do not send him back");
    const [back, earlier] = await changes();
    expect(back).toMatchObject({ what: "broughtBack", fields: [{ was: "Mine", is: "Do not send him back" }] });
    expect(earlier?.id).toBe(mine?.id);
    await bringBackChange(ben, id, back?.id ?? "");
    expect((await words()).title).toBe("Mine");
    expect(await changes()).toHaveLength(3);
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.revision.texts.find(({ language }) => language === "en")?.title).toBe("Do not send him back");
  });

  test("makes a removed language again", async () => {
    await removeLanguage(ann, id, "ar");
    const [removed] = await changes();
    await bringBackChange(ann, id, removed?.id ?? "");
    expect((await words("ar")).title).toBe("لا تعيدوه");
  });

  test("brings back a letter", async () => {
    const letter = (await getEdition(ann, id))?.sampleLetters.find(({ language }) => language === "en");
    if (!letter) throw new Error("no letter");
    const content = contentOf(letter);
    await saveSampleLetter(ann, id, {
      language: "en",
      version: "",
      seen: letterFingerprint(letter),
      ...content,
      subject: "New",
    });
    const [change] = await changes();
    expect(change).toMatchObject({ part: "letter", fields: [{ field: "subject" }] });
    await bringBackChange(ann, id, change?.id ?? "");
    const now = (await getEdition(ann, id))?.sampleLetters.find(({ language }) => language === "en");
    expect(now && contentOf(now)).toEqual(content);
  });

  test("brings back settings of a draft, not those of what is published", async () => {
    const of = {
      title: "Another",
      language: "en",
      kind: "urgent_action",
      slug: "another",
      case: world.campaign.caseId,
    };
    const draft = await createCampaign(ann, { ...of, kind: "urgent_action", caseTitle: "", country: "" });
    const set = async (goal: string) => {
      const { seen } = await getSettings(ann, draft);
      const more = { deadlineDate: "2036-01-02", deadlineZone: "UTC", permittedBy: "Them", permittedOn: "2026-01-01" };
      const kept = { kind: "urgent_action", defaultLanguage: "en", disclosureFull: "yes" };
      const input = { seen, slug: "another", goal, ...kept, ...more };
      await saveSettings(ann, draft, settingsSchema.parse(input));
    };
    await set("100");
    await age(6);
    await set("200");
    const [change] = (await listChanges(ann, draft)).changes;
    expect(change).toMatchObject({
      part: "settings",
      mayReturn: true,
      fields: [{ field: "goal", was: "100", is: "200" }],
    });
    await bringBackChange(ann, draft, change?.id ?? "");
    const now = await getSettings(ann, draft);
    expect(now).toMatchObject({ goal: 100, distributionPermittedBy: "Them" });
    expect(now.deadlineAt?.toISOString()).toBe("2036-01-02T23:59:00.000Z");
    await db().campaign.update({ where: { id: draft }, data: { publishedAt: new Date() } });
    expect((await listChanges(ann, draft)).changes.every(({ mayReturn }) => !mayReturn)).toBe(true);
    await expect(bringBackChange(ann, draft, change?.id ?? "")).rejects.toThrow(new Refusal("not-possible-now"));
  });

  test("settings are for those who may change them", async () => {
    const translator = await makeMember(world.organisation, { role: "translator" });
    await makeChange(id);
    await db().revisionChange.updateMany({ where: { campaignId: id }, data: { part: "settings" } });
    const [change] = await changes(translator);
    expect(change?.mayReturn).toBe(false);
    await expect(bringBackChange(translator, id, change?.id ?? "")).rejects.toThrow(new Refusal("no-access"));
  });
});

describe("the picture", () => {
  const alts = { en: "A man at a gate", ar: "رجل عند بوابة" };

  test("is in the history, and comes back into the next revision", async () => {
    const first = await makePicture(world.campaign);
    const second = await makePicture(world.campaign, { credit: "A second one" });
    await chooseRevisionPicture(ann, id, first.id, alts);
    await chooseRevisionPicture(ann, id, first.id, alts);
    await chooseRevisionPicture(ben, id, second.id, { ...alts, en: "A gate" });
    const [change, ...older] = await changes();
    expect(older).toHaveLength(1);
    expect(change).toMatchObject({ part: "picture", what: "changed", revision: 2, mayReturn: true });
    expect(change?.fields.map(({ field }) => field)).toEqual(["alts", "picture"]);
    await bringBackChange(ann, id, change?.id ?? "");
    const now = await getEdition(ann, id);
    expect(now?.pictureId).toBe(first.id);
    expect(now?.texts.find(({ language }) => language === "en")?.pictureAlt).toBe("A man at a gate");
    expect((await changes())[0]).toMatchObject({ part: "picture", what: "broughtBack" });
  });

  test("does not come back once its bytes are gone, nor through those who only translate", async () => {
    const picture = await makePicture(world.campaign);
    await chooseRevisionPicture(ann, id, picture.id, alts);
    await chooseRevisionPicture(ben, id, null);
    const [change] = await changes();
    const translator = await makeMember(world.organisation, { role: "translator" });
    expect((await changes(translator))[0]?.mayReturn).toBe(false);
    await expect(bringBackChange(translator, id, change?.id ?? "")).rejects.toThrow(new Refusal("no-access"));
    await db().picture.update({ where: { id: picture.id }, data: { bytes: null } });
    await expect(bringBackChange(ann, id, change?.id ?? "")).rejects.toThrow(new Refusal("not-possible-now"));
  });
});

describe("the recipients", () => {
  const minister = "Minister of Foreign Affairs (CN)";

  test("are in the history, each time somebody changes them", async () => {
    const { id: deputy } = await makeUnattached(world.campaign, "deputy@mfa.example.org", "KR");
    await db().recipientText.updateMany({ where: { recipientId: deputy }, data: { short: "The deputy" } });
    await attachRecipient(ann, { campaignId: id, recipientId: deputy });
    const [change] = await changes();
    expect(change).toMatchObject({ part: "recipients", name: "Amal Haddad", revision: null, mayReturn: true });
    expect(change?.fields).toMatchObject([{ field: "to", is: expect.stringContaining("The deputy (KR)") as string }]);
    await setRecipientRole(ben, { campaignId: id, recipientId: deputy, role: "copy" });
    await moveRecipient(ann, { campaignId: id, recipientId: world.minister.id, to: "down" });
    await detachRecipient(ben, { campaignId: id, recipientId: deputy });
    expect((await changes()).map(({ part }) => part)).toEqual(Array.from({ length: 4 }, () => "recipients"));
  });

  test("that are merged say so in each campaign that wrote to them", async () => {
    const pair = { stays: world.minister.id, goes: world.ambassador.id };
    await mergeRecipients(ann, pair);
    const [change] = await changes();
    expect(change).toMatchObject({ part: "recipients", name: "Amal Haddad" });
    const kept = await db().revisionChange.findFirstOrThrow({ where: { campaignId: id } });
    expect(kept.after).toMatchObject({ to: [minister] });
  });

  test("that do not change are not noted", async () => {
    await moveRecipient(ann, { campaignId: id, recipientId: world.minister.id, to: "up" });
    expect(await changes()).toEqual([]);
    await setRecipientRole(ann, { campaignId: id, recipientId: world.ambassador.id, role: "copy" });
    await moveRecipient(ben, { campaignId: id, recipientId: world.minister.id, to: "down" });
    expect((await changes()).map(({ name, fields }) => [name, fields.length])).toEqual([["Amal Haddad", 2]]);
  });
});
