import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { getPublication } from "@/lib/campaigns/publication";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { findAppeal } from "@/lib/campaigns/queries";
import { listRevisions } from "@/lib/campaigns/revisions";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { DeliveryState } from "@/lib/generated/prisma/enums";
import { countHeldLetters } from "@/lib/letters/held";
import { releaseLetters } from "@/lib/letters/release";
import { makeToken, readToken } from "@/lib/privacy/links";
import { readDrifts } from "@/lib/reports/recount.sql";
import { actOnDraft } from "@/lib/signatures/act-on-draft";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { readSignForm } from "@/lib/signatures/form";
import { getReview } from "@/lib/signatures/review";
import { signAppeal } from "@/lib/signatures/sign";
import { makeConsent } from "@/tests/cases";
import { makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

let world: World;
let actor: Actor;
let people = 0;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const news = { note: "He was moved to another prison.", supersedes: true };

async function work(): Promise<string> {
  const { organisationId, id: campaignId } = world.campaign;
  return db().$transaction((tx) => openDraftRevision(tx, { ...actor, organisationId, campaignId }));
}

async function supersede(): Promise<void> {
  await work();
  await publishRevision(actor, world.campaign.id, news);
}

/** A checked draft that was sent. @returns the token of its confirmation link */
async function sign(): Promise<string> {
  people += 1;
  const typed = {
    name: "Ann Example",
    email: `ann-${people}@signers.test`,
    country: "FR",
    body: "I ask you not to send him back.",
    disclosure: "full",
  };
  const { slug } = world.campaign;
  const check = await draftSignature({ slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
  await signAppeal(check);
  return makeToken("confirm", readToken("check", check) ?? "");
}

function letters() {
  return db().letter.findMany({ where: { campaignId: world.campaign.id }, orderBy: { channel: "asc" } });
}

describe("a revision", () => {
  test("is public from the moment it is published, with its history", async () => {
    const id = await work();
    await db().appealText.updateMany({ where: { revisionId: id, language: "en" }, data: { title: "Moved" } });
    expect((await getPublication(actor, world.campaign.id)).what).toBe("revision");
    await publishRevision(actor, world.campaign.id, { ...news, supersedes: false });
    expect((await findAppeal(world.campaign.slug))?.revision.number).toBe(2);
    expect(await listRevisions(actor, world.campaign.id)).toMatchObject([
      { number: 2, note: news.note, supersedesAt: null },
      { number: 1, note: "" },
    ]);
    expect((await getPublication(actor, world.campaign.id)).what).toBeNull();
    expect(await db().auditEvent.findMany({ where: { subjectId: world.campaign.id } })).toMatchObject([
      { action: "revision.publish", reason: "2", accountId: actor.accountId },
    ]);
  });

  test("is published once, also by two at once; without one there is nothing to publish", async () => {
    const publish = () => publishRevision(actor, world.campaign.id, news);
    await expect(publish()).rejects.toThrow(new Refusal("not-possible-now"));
    await work();
    const all = await Promise.allSettled([publish(), publish()]);
    expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await work();
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "draft" } });
    await expect(publish()).rejects.toThrow(new Refusal("not-possible-now"));
  });

  test("that is not whole is refused, and nothing is held for it", async () => {
    await makeSignatures(world, 1);
    const id = await work();
    await db().appealText.updateMany({ where: { revisionId: id }, data: { body: "" } });
    await expect(publishRevision(actor, world.campaign.id, news)).rejects.toThrow(new Refusal("not-ready"));
    expect(await countHeldLetters(actor, world.campaign.id)).toEqual([]);
  });

  test("of a closed campaign can still be corrected after its deadline", async () => {
    await work();
    await db().campaign.update({
      where: { id: world.campaign.id },
      data: { state: "closed", deadlineAt: new Date(0), deadlineZone: "UTC" },
    });
    await publishRevision(actor, world.campaign.id, news);
    expect((await listRevisions(actor, world.campaign.id))[0]?.publishedAt).not.toBeNull();
  });
});

describe("a revision that supersedes", () => {
  test("holds the letters that wait, and no others", async () => {
    const states: DeliveryState[] = Object.values(DeliveryState).filter(
      (state) => !/^(?:transmitting|claimed)$/.test(state),
    );
    const signatures = await makeSignatures(world, states.length);
    for (const [at, state] of states.entries()) {
      await putLetters({ where: { id: signatures[at]?.letters.email ?? "" }, data: { state } });
    }
    await supersede();
    const after = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
    const stateOf = (state: DeliveryState) =>
      after.find(({ id }) => id === signatures[states.indexOf(state)]?.letters.email);
    for (const state of states) {
      const letter = stateOf(state);
      const waits = state === "queued" || state === "waiting";
      expect(letter, state).toMatchObject({
        state: waits ? "held" : state,
        holdReason: waits ? "superseded" : null,
      });
    }
    expect(await countHeldLetters(actor, world.campaign.id)).toEqual(
      expect.arrayContaining([{ reason: "superseded", count: 2 }]),
    );
    expect(await readDrifts()).toEqual([]);
    expect(await db().auditEvent.findMany({ where: { subjectId: world.campaign.id } })).toMatchObject([
      { action: "revision.supersede", reason: "2" },
    ]);
  });

  test("leaves alone a letter that is being sent, the letters of other campaigns, and those of newer revisions", async () => {
    const [leaving] = await makeSignatures(world, 1);
    await lease(leaving?.letters.email, "transmitting");
    const other = await makeWorld({ signers: 1 });
    await supersede();
    await confirmSignature(await sign());
    await work();
    await publishRevision(actor, world.campaign.id, { ...news, supersedes: false });
    const rows = await letters();
    expect(
      rows
        .filter(({ channel }) => channel === "email")
        .map(({ state }) => state)
        .toSorted(),
    ).toEqual(["queued", "transmitting"]);
    expect(await db().letter.count({ where: { campaignId: other.campaign.id, state: "held" } })).toBe(0);
  });

  test("takes a letter out of the hands of a worker that has not let it leave", async () => {
    const [claimed] = await makeSignatures(world, 1);
    await lease(claimed?.letters.email, "claimed");
    await supersede();
    const letter = await db().letter.findUniqueOrThrow({ where: { id: claimed?.letters.email ?? "" } });
    expect(letter).toMatchObject({ state: "held", holdReason: "superseded", lease: null, leaseUntil: null });
  });

  test("makes held letters of what was signed before and is confirmed after it", async () => {
    const [before, untouched] = [await sign(), await sign()];
    await confirmSignature(untouched);
    await supersede();
    await confirmSignature(before);
    const rows = await letters();
    expect(rows.map(({ channel, state, holdReason }) => [channel, state, holdReason])).toEqual([
      ["email", "held", "superseded"],
      ["email", "held", "superseded"],
      ["fax", "with_signer", null],
      ["fax", "with_signer", null],
    ]);
    expect(await readDrifts()).toEqual([]);
  });

  test("sends no draft of before it: its check page says so, and has what was typed", async () => {
    const body = "I teach his children.";
    const typed = { name: "Bo", email: "bo@signers.test", country: "FR", body, disclosure: "full" };
    const { slug } = world.campaign;
    const check = await draftSignature({ slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
    await supersede();
    const form = readSignForm("");
    const acted = await actOnDraft(check, { act: null, slug, form }, { language: "en", network: "192.0.2.0/24" });
    expect(acted).toEqual({ check, late: false });
    expect(await getReview(check)).toMatchObject({ superseded: true, typed: { body } });
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } })).toBe(0);
  });

  test("does not hold what is signed and confirmed from it, nor what an ordinary one follows", async () => {
    const before = await sign();
    await work();
    await publishRevision(actor, world.campaign.id, { ...news, supersedes: false });
    await confirmSignature(before);
    await supersede();
    await releaseLetters(actor, world.campaign.id, "superseded");
    await confirmSignature(await sign());
    expect((await letters()).filter(({ channel }) => channel === "email").map(({ state }) => state)).toEqual([
      "queued",
      "queued",
    ]);
  });

  test("lets no letter of an older one slip through while people confirm", async () => {
    const links = await Promise.all(Array.from({ length: 12 }, () => sign()));
    await work();
    await Promise.all([
      ...links.slice(0, 6).map((link) => confirmSignature(link)),
      publishRevision(actor, world.campaign.id, news),
      ...links.slice(6).map((link) => confirmSignature(link)),
    ]);
    const rows = await db().letter.groupBy({
      by: ["state"],
      where: { campaignId: world.campaign.id, channel: "email" },
      _count: true,
    });
    expect(rows).toEqual([{ state: "held", _count: 12 }]);
  });
});

function lease(id: string | undefined, state: "claimed" | "transmitting") {
  const held = { lease: crypto.randomUUID(), leaseUntil: new Date(Date.now() + 60_000) };
  const bytes = { sealedBytes: new Uint8Array([1]), messageId: `${id}@example.org` };
  return putLetters({ where: { id: id ?? "" }, data: { state, ...held, ...bytes } });
}

function hold(id: string | undefined, holdReason: "superseded" | "member" | null) {
  return putLetters({ where: { id: id ?? "" }, data: { state: "held", holdReason, dueAt: new Date(0) } });
}

async function countJobs(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`select count(*)::int as n from graphile_worker.jobs`;
  return row?.n ?? 0;
}

describe("releasing", () => {
  test("queues the letters of one reason, now, wakes the worker, and leaves an event", async () => {
    const signatures = await makeSignatures(world, 3);
    const [first, second, third] = signatures.map(({ letters: { email = "" } }) => email);
    await hold(first, "superseded");
    await hold(second, "member");
    await hold(third, null);
    const before = await countJobs();
    expect(await releaseLetters(actor, world.campaign.id, "superseded")).toBe(1);
    const released = await db().letter.findUniqueOrThrow({ where: { id: first ?? "" } });
    expect(released).toMatchObject({ state: "queued", holdReason: null });
    expect(Math.abs(released.dueAt.getTime() - released.stateAt.getTime())).toBeLessThan(5);
    expect(released.dueAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(await countJobs()).toBe(before + 1);
    expect(await countHeldLetters(actor, world.campaign.id)).toEqual(
      expect.arrayContaining([
        { reason: "member", count: 1 },
        { reason: "address", count: 1 },
      ]),
    );
    expect(await db().auditEvent.findMany({ where: { subjectId: world.campaign.id } })).toMatchObject([
      { action: "letters.release", reason: "superseded", accountId: actor.accountId },
    ]);
    expect(await releaseLetters(actor, world.campaign.id, "superseded")).toBe(0);
    expect(await readDrifts()).toEqual([]);
  });

  test.each(["consent", "superseded", "policy", "member", "address"] as const)(
    "what is held stays while a consent is missing: %s",
    async (holdReason) => {
      const [signature] = await makeSignatures(world, 1);
      const held = { state: "held", holdReason } as const;
      await putLetters({ where: { id: signature?.letters.email ?? "" }, data: held });
      const { person } = world;
      const said = { where: { revisionId: world.revision.id }, data: { request: "Free Kim Chul-soo" } };
      await db().appealText.updateMany(said);
      await expect(releaseLetters(actor, world.campaign.id, holdReason)).rejects.toThrow(new Refusal("not-ready"));
      await makeConsent(person, "name");
      expect(await releaseLetters(actor, world.campaign.id, holdReason)).toBe(1);
    },
  );

  test("keeps a letter that has no address", async () => {
    const [signature] = await makeSignatures(world, 1);
    const held = { state: "held", holdReason: "address", addressId: null } as const;
    await putLetters({ where: { id: signature?.letters.email ?? "" }, data: held });
    expect(await releaseLetters(actor, world.campaign.id, "address")).toBe(0);
    expect(await countHeldLetters(actor, world.campaign.id)).toEqual([{ reason: "address", count: 1 }]);
  });

  test("by two at once releases each letter once", async () => {
    await makeSignatures(world, 20);
    await supersede();
    const counts = await Promise.all([
      releaseLetters(actor, world.campaign.id, "superseded"),
      releaseLetters(actor, world.campaign.id, "superseded"),
    ]);
    expect(counts.toSorted((one, other) => one - other)).toEqual([0, 20]);
    expect(await readDrifts()).toEqual([]);
  });
});
