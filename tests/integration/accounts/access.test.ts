import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, findMember, requireAccess } from "@/lib/accounts/access";
import { startSession } from "@/lib/accounts/start-session";
import { getCampaign, listCampaigns } from "@/lib/campaigns/desk-queries";
import { db } from "@/lib/db";
import { openOutbox, openOutboxMessage } from "@/lib/delivery/open-outbox";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import type { Role } from "@/lib/generated/prisma/enums";
import { listLetters } from "@/lib/letters/queries";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { seal } from "@/lib/privacy/sealing";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember, removeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

const noAccess = new Refusal("no-access");
const notFound = new Refusal("not-found");
let ours: World;
let theirs: World;
let us: Actor;
let them: Actor;
let captured: string;

beforeAll(async () => {
  ours = await makeWorld({ signers: 5 });
  theirs = await makeWorld({ signers: 2 });
  us = await makeMember(ours.organisation);
  them = await makeMember(theirs.organisation);
  captured = await capture(ours);
});

async function capture({ campaign, signatures: [signature] }: World): Promise<string> {
  const id = signature?.letters.email ?? "";
  const { data } = await getCampaignKeys(campaign.id);
  const mail =
    "From: Ann <letters@appeals.test>\r\nTo: minister@mfa.example.org\r\nSubject: Please\r\n\r\nYour Excellency";
  const sealedBytes = seal(data, mail, `letter:${id}`);
  await putLetters({
    where: { id },
    data: { state: "captured", sealedBytes, messageId: `${id}@appeals.test` },
  });
  return id;
}

describe("what one organisation sees", () => {
  test("is its own campaigns with true totals", async () => {
    const { campaigns } = await listCampaigns(us, { limit: 5 });
    const [campaign, ...rest] = campaigns;
    expect(rest).toEqual([]);
    expect(campaign).toMatchObject({ id: ours.campaign.id, title: "Do not send him back", languages: ["ar", "en"] });
    expect(campaign?.totals).toMatchObject({
      signed: 5,
      confirmed: 5,
      queued: 4,
      captured: 1,
      with_signer: 5,
      failed: 0,
    });
  });

  test("is a campaign by recipient", async () => {
    const { recipients } = await getCampaign(us, ours.campaign.id);
    expect(recipients.map(({ id }) => id)).toEqual([ours.minister.id, ours.ambassador.id]);
    expect(recipients[0]?.letters).toMatchObject([{ channel: "email", totals: { queued: 4, captured: 1 } }]);
    expect(recipients[1]?.letters).toMatchObject([{ channel: "fax", totals: { with_signer: 5 } }]);
  });

  test("is every letter once, page by page, newest first", async () => {
    const ids: string[] = [];
    for (let before: string | undefined, more = true; more;) {
      const { letters, next } = await listLetters(us, ours.campaign.id, { limit: 3, before });
      ids.push(...letters.map(({ id }) => id));
      before = next ?? undefined;
      more = next !== null;
    }
    expect(ids).toHaveLength(10);
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
  });

  test("is letters by state and recipient; a state includes those on their way", async () => {
    const queued = await listLetters(us, ours.campaign.id, { limit: 50, state: "queued" });
    expect(queued.letters).toHaveLength(4);
    await putLetters({ where: { id: queued.letters[0]?.id }, data: { state: "waiting" } });
    expect((await listLetters(us, ours.campaign.id, { limit: 50, state: "queued" })).letters).toHaveLength(4);
    const fax = await listLetters(us, ours.campaign.id, { limit: 50, recipient: ours.ambassador.id });
    expect(fax.letters.map(({ channel }) => channel)).toEqual(Array(5).fill("fax"));
  });

  test("is nothing personal in a list of letters", async () => {
    const listed = JSON.stringify(await listLetters(us, ours.campaign.id, { limit: 50 }));
    for (const { typed } of ours.signatures) {
      expect(listed).not.toContain(typed.name);
      expect(listed).not.toContain(typed.email);
    }
  });
});

describe("another organisation", () => {
  test("sees no campaign, no letter, no captured mail of ours", async () => {
    expect((await listCampaigns(them, { limit: 5 })).campaigns.map(({ id }) => id)).toEqual([theirs.campaign.id]);
    await expect(getCampaign(them, ours.campaign.id)).rejects.toThrow(notFound);
    expect(await listLetters(them, ours.campaign.id, { limit: 50 })).toEqual({ letters: [], next: null });
    expect((await openOutbox(them, { limit: 50 })).entries).toEqual([]);
    await expect(openOutboxMessage(them, "letters", captured)).rejects.toThrow(notFound);
    expect(await db().auditEvent.count({ where: { accountId: them.accountId } })).toBe(0);
  });

  test("is not reached by an account that is a member of ours only, nor by a forged actor", async () => {
    const session = await startSession(us.accountId);
    expect(await findMember(session, theirs.organisation.id)).toBeNull();
    const forged = { ...us, organisationId: theirs.organisation.id };
    await expect(listCampaigns(forged, { limit: 5 })).rejects.toThrow(noAccess);
  });
});

describe("the Outbox", () => {
  test("records who opened what, before showing it", async () => {
    const { entries } = await openOutbox(us, { limit: 50 });
    expect(entries.map(({ id }) => id)).toEqual([captured]);
    const message = await openOutboxMessage(us, "letters", captured);
    expect(message).toMatchObject({ subject: "Please", to: { address: "minister@mfa.example.org" } });
    expect(await db().auditEvent.findMany({ where: { subjectId: captured } })).toMatchObject([
      { action: "outbox.read", accountId: us.accountId, organisationId: us.organisationId, subjectType: "letter" },
    ]);
  });

  test.each([
    ["accounts", "0198c0de-0000-7000-8000-000000000001"],
    ["letters", "1 or 1=1"],
    ["mails", "0198c0de-0000-7000-8000-000000000001"],
  ])("knows nothing under %s/%s", async (table, id) => {
    await expect(openOutboxMessage(us, table, id)).rejects.toThrow(notFound);
  });

  test("is closed while mail is sent", async () => {
    Object.assign(env(), { SMTP_URL: "smtp://127.0.0.1:2525" });
    await expect(openOutbox(us, { limit: 50 })).rejects.toThrow(notFound);
    await expect(openOutboxMessage(us, "letters", captured)).rejects.toThrow(notFound);
    Object.assign(env(), { SMTP_URL: undefined });
  });
});

describe("roles", () => {
  const acts: Record<string, (actor: Actor) => Promise<unknown>> = {
    campaigns: (actor) => listCampaigns(actor, { limit: 5 }),
    campaign: (actor) => getCampaign(actor, ours.campaign.id),
    letters: (actor) => listLetters(actor, ours.campaign.id, { limit: 1 }),
    outbox: (actor) => openOutbox(actor, { limit: 1 }),
    message: (actor) => openOutboxMessage(actor, "letters", captured),
  };
  const may: Record<Role, string[]> = {
    owner: Object.keys(acts),
    campaigner: Object.keys(acts),
    analyst: ["campaigns", "campaign", "letters"],
    translator: ["campaigns", "campaign"],
  };

  test.each(Object.keys(may) as Role[])("what a %s may do", async (role) => {
    const actor = await makeMember(ours.organisation, { role });
    for (const [name, act] of Object.entries(acts)) {
      if (may[role].includes(name)) await act(actor);
      else await expect(act(actor), name).rejects.toThrow(noAccess);
    }
  });

  test("a removed member may do nothing, also with an actor from a moment ago", async () => {
    const actor = await makeMember(ours.organisation);
    await removeMember(actor);
    for (const act of Object.values(acts)) await expect(act(actor)).rejects.toThrow(noAccess);
  });

  test("what counts is the role in the database, not the one in the actor", async () => {
    const actor = await makeMember(ours.organisation, { role: "translator" });
    await expect(requireAccess({ ...actor, role: "owner" }, "outbox.read")).rejects.toThrow(noAccess);
  });
});
