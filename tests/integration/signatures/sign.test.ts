import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Disclosure } from "@/lib/generated/prisma/enums";
import { makeToken, readToken } from "@/lib/privacy/links";
import { readDrifts } from "@/lib/reports/recount.sql";
import { findAppealFacts } from "@/lib/campaigns/facts";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { erasePending } from "@/lib/signatures/erase-pending";
import { getConfirmation, getOwnSignature } from "@/lib/signatures/queries";
import { getReview } from "@/lib/signatures/review";
import { signAppeal } from "@/lib/signatures/sign";
import { mailsADay } from "@/lib/signatures/sign.sql";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import { makeWorld, type World } from "@/tests/factories";

let world: World;
let people = 0;

beforeEach(async () => {
  world = await makeWorld();
  people += 1;
});

type Choices = {
  email?: string;
  ownWords?: string;
  disclosure?: Disclosure;
  country?: string;
  slug?: string;
  partner?: string;
};

/** What a form's POST does. @returns the token of its check page */
function draft({ slug = world.campaign.slug, partner = "", ...choices }: Choices = {}): Promise<string> {
  const typed = {
    name: "Ann Example",
    email: `ann-${people}@signers.test`,
    country: "FR",
    body: "I ask you not to send him back.",
    ownWords: "I am a teacher.",
    disclosure: "full",
    ...choices,
  };
  return draftSignature({ slug, language: "en", typed, partner, network: "192.0.2.0/24" });
}

async function sign(choices: Choices = {}): Promise<string> {
  const check = await draft(choices);
  await signAppeal(check);
  return makeToken("confirm", readToken("check", check) ?? "");
}

function mails() {
  return db().mail.findMany({ where: { campaignId: world.campaign.id }, orderBy: { id: "asc" } });
}

function setState(state: "live" | "paused") {
  return db().campaign.update({ where: { id: world.campaign.id }, data: { state } });
}

async function expectTrue(): Promise<void> {
  expect(await readDrifts()).toEqual([]);
}

describe("signing", () => {
  test("makes one pending signature, one mail, and no letter yet", async () => {
    await sign();
    expect(await db().signature.findMany({ where: { campaignId: world.campaign.id } })).toMatchObject([
      { state: "pending", country: "FR", submissionId: null },
    ]);
    expect(await mails()).toMatchObject([{ kind: "confirmation", state: "queued" }]);
    expect(await db().letter.count({ where: { campaignId: world.campaign.id } })).toBe(0);
    await expectTrue();
  });

  test("the same draft twice, also at once, is one signature and one mail", async () => {
    const check = await draft();
    const slugs = await Promise.all([signAppeal(check), signAppeal(check), signAppeal(check)]);
    expect(new Set(slugs)).toEqual(new Set([world.campaign.slug]));
    await signAppeal(check);
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } })).toBe(1);
    expect(await mails()).toHaveLength(1);
    await expectTrue();
  });

  test("again with the same address, in any spelling, is the same signature", async () => {
    await sign();
    await sign({ email: `ANN-${people}@Signers.TEST`, ownWords: "Other words." });
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } })).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  test("an address gets three mails a day and no more, over all campaigns, and nobody is told", async () => {
    const other = await makeWorld();
    await Promise.all([sign(), sign(), sign({ slug: other.campaign.slug }), sign({ slug: other.campaign.slug })]);
    await sign();
    const where = { campaignId: { in: [world.campaign.id, other.campaign.id] } };
    expect(await db().mail.count({ where })).toBe(mailsADay);
  });

  test("is refused when the campaign is paused or closed, or the hour is over", async () => {
    const [late, closed] = [await draft(), await draft()];
    await db().submission.update({ where: { id: readToken("check", late) ?? "" }, data: { expiresAt: new Date(0) } });
    await expect(signAppeal(late)).rejects.toThrow(new Refusal("draft-expired"));
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "closed" } });
    await expect(signAppeal(closed)).rejects.toThrow(new Refusal("campaign-closed"));
    await expect(draft()).rejects.toThrow(new Refusal("campaign-closed"));
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } })).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test("is refused in other words while the campaign is paused, and works again after", async () => {
    const [check, link] = [await draft(), await sign({ email: "other@signers.test" })];
    await setState("paused");
    const acts = [signAppeal, getReview].map((act) => () => act(check));
    const links = [getConfirmation, confirmSignature].map((act) => () => act(link));
    for (const act of [...acts, ...links, draft]) {
      await expect(act()).rejects.toThrow(new Refusal("campaign-paused"));
    }
    await setState("live");
    await expect(signAppeal(check)).resolves.toBe(world.campaign.slug);
    await confirmSignature(link);
    await expectTrue();
  });

  test("keeps whose link led here, whatever has to be mended", async () => {
    for (const country of ["FR", "XX"]) {
      expect(await getReview(await draft({ partner: "school", country }))).toMatchObject({ partner: "school" });
    }
  });

  test("what is wrong is kept as a draft and cannot be sent", async () => {
    const check = await draft({ country: "XX" });
    await expect(signAppeal(check)).rejects.toThrow(new Refusal("not-signable"));
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } })).toBe(0);
  });
});

describe("once sent", () => {
  test("a check page shows nobody what was written", async () => {
    const check = await draft();
    await signAppeal(check);
    await expect(getReview(check)).rejects.toThrow(new Refusal("draft-sent"));
    expect(await signAppeal(check)).toBe(world.campaign.slug);
  });

  test("nothing is left that would join a person's submissions of different campaigns", async () => {
    const check = await draft();
    await signAppeal(check);
    const row = await db().submission.findUniqueOrThrow({ where: { id: readToken("check", check) ?? "" } });
    expect(row).toMatchObject({ limitKey: null, mailLane: "" });
  });

  test("nobody can tell from public numbers whether an address has signed", async () => {
    await sign();
    const told = JSON.stringify(await findAppealFacts(world.campaign.slug));
    await sign();
    await sign({ email: `bob-${people}@signers.test` });
    expect(JSON.stringify(await findAppealFacts(world.campaign.slug))).toBe(told);
  });

  test("whoever holds the mail can erase what a stranger wrote, as long as it is not confirmed", async () => {
    const link = await sign();
    await erasePending(link);
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } })).toBe(0);
    expect(await db().submission.count({ where: { campaignId: world.campaign.id } })).toBe(0);
    expect(await mails()).toEqual([]);
    await expect(confirmSignature(link)).rejects.toThrow(new Refusal("link-unknown"));
    const confirmed = await sign();
    await confirmSignature(confirmed);
    await erasePending(confirmed);
    expect(await db().signature.count({ where: { campaignId: world.campaign.id, state: "confirmed" } })).toBe(1);
    await expectTrue();
  });
});

describe("confirming", () => {
  test("makes the letters that were shown, once, whoever asks how often", async () => {
    const link = await sign();
    const pages = await Promise.all([confirmSignature(link), confirmSignature(link), confirmSignature(link)]);
    expect(new Set(pages).size).toBe(1);
    expect(await confirmSignature(link)).toBe(pages[0]);
    const letters = await db().letter.findMany({
      where: { campaignId: world.campaign.id },
      orderBy: { channel: "asc" },
    });
    expect(letters).toMatchObject([
      { channel: "email", state: "queued", addressId: world.minister.addressId, revisionId: world.revision.id },
      { channel: "fax", state: "with_signer", addressId: world.ambassador.addressId },
    ]);
    await expectTrue();
  });

  test("of two submissions the first confirmed wins: nobody signs for another with other words", async () => {
    const first = await sign({ ownWords: "Words of a stranger.", country: "RU" });
    const second = await sign({ ownWords: "My own words." });
    expect(await getConfirmation(first)).toMatchObject({ signer: { ownWords: "Words of a stranger." } });
    const mine = await confirmSignature(second);
    expect(await confirmSignature(first)).toBe(mine);
    const own = await getOwnSignature(mine);
    expect(own.signer).toMatchObject({ ownWords: "My own words.", country: "FR" });
    expect(await db().letter.count({ where: { campaignId: world.campaign.id } })).toBe(2);
    await expectTrue();
  });

  test("a used link knows what became of the signature since", async () => {
    const link = await sign({ disclosure: "initials" });
    const other = await sign({ disclosure: "counted" });
    const mine = await confirmSignature(link);
    expect(await getConfirmation(other)).toEqual({ state: "confirmed", disclosure: "initials", mine });
    await withdrawSignature(mine);
    expect(await getConfirmation(link)).toEqual({ state: "withdrawn", disclosure: "initials", mine });
  });

  test("of one who only wants to be counted makes no letter", async () => {
    await confirmSignature(await sign({ disclosure: "counted" }));
    expect(await db().letter.count({ where: { campaignId: world.campaign.id } })).toBe(0);
    await expectTrue();
  });

  test("is refused under a link that is too old, unknown or of a closed campaign, and changes nothing", async () => {
    const link = await sign();
    await expect(confirmSignature("x".repeat(43))).rejects.toThrow(new Refusal("link-unknown"));
    const id = readToken("confirm", link) ?? "";
    await expect(confirmSignature(makeToken("check", id))).rejects.toThrow(new Refusal("link-unknown"));
    await db().submission.update({ where: { id }, data: { expiresAt: new Date(0) } });
    await expect(confirmSignature(link)).rejects.toThrow(new Refusal("draft-expired"));
    await db().submission.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 60_000) } });
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "closed" } });
    await expect(confirmSignature(link)).rejects.toThrow(new Refusal("campaign-closed"));
    expect(await db().signature.count({ where: { campaignId: world.campaign.id, state: "confirmed" } })).toBe(0);
    await expectTrue();
  });
});
