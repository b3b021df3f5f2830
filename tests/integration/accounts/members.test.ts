import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, findMember } from "@/lib/accounts/access";
import { changeRole } from "@/lib/accounts/change-role";
import { getMember, listInvitations, listMembers } from "@/lib/accounts/member-queries";
import { removeMember } from "@/lib/accounts/remove-member";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Organisation } from "@/lib/generated/prisma/client";
import { atOnce } from "@/tests/at-once";
import { makeOrganisation } from "@/tests/factories";
import { makeInvitation, makeMember } from "@/tests/members";

const lastOwner = new Refusal("last-owner");
const notFound = new Refusal("not-found");
let organisation: Organisation;
let owner: Actor & { email: string };

beforeEach(async () => {
  organisation = await makeOrganisation();
  owner = await makeMember(organisation);
});

async function countOwners(): Promise<number> {
  return db().member.count({ where: { organisationId: organisation.id, role: "owner", removedAt: null } });
}

describe("the list of members", () => {
  test("says who they are, since when, and when they were last seen", async () => {
    const analyst = await makeMember(organisation, { role: "analyst" });
    const seenAt = new Date("2026-01-02T03:04:05Z");
    const session = await startSession(analyst.accountId);
    await db().session.update({ where: { id: session }, data: { lastSeenAt: seenAt } });
    await startSession((await makeMember(await makeOrganisation())).accountId);
    expect(await listMembers(owner)).toMatchObject([
      { id: owner.memberId, name: "Amal Haddad", email: owner.email, role: "owner", seenAt: null, self: true },
      { id: analyst.memberId, email: analyst.email, role: "analyst", seenAt, self: false },
    ]);
  });

  test("names open invitations with who sent them, and those that are too old", async () => {
    const open = await makeInvitation(organisation, { invitedBy: owner.memberId });
    const old = await makeInvitation(organisation, { expiresAt: new Date(Date.now() - 1000) });
    await makeInvitation(organisation, { acceptedAt: new Date() });
    await makeInvitation(organisation, { revokedAt: new Date() });
    await makeInvitation(await makeOrganisation());
    const listed = await listInvitations(owner);
    expect(listed).toHaveLength(2);
    expect(listed).toContainEqual(expect.objectContaining({ id: open.id, invitedBy: "Amal Haddad", over: false }));
    expect(listed).toContainEqual(expect.objectContaining({ id: old.id, invitedBy: null, over: true }));
  });
});

describe("another role", () => {
  test("counts at once and leaves an audit event", async () => {
    const analyst = await makeMember(organisation, { role: "analyst" });
    const session = await startSession(analyst.accountId);
    await changeRole(owner, analyst.memberId, "campaigner");
    expect(await findMember(session)).toMatchObject({ role: "campaigner" });
    expect(await db().auditEvent.findMany({ where: { subjectId: analyst.memberId } })).toMatchObject([
      { action: "members.change-role", accountId: owner.accountId, reason: "analyst to campaigner" },
    ]);
  });

  test("that is the one they have changes nothing, also for the last owner", async () => {
    await changeRole(owner, owner.memberId, "owner");
    expect(await db().auditEvent.count({ where: { subjectId: owner.memberId } })).toBe(0);
  });

  test("is refused for the last owner, and for nobody", async () => {
    await makeMember(organisation, { role: "campaigner" });
    expect(await getMember(owner, owner.memberId)).toMatchObject({ lastOwner: true });
    await expect(changeRole(owner, owner.memberId, "analyst")).rejects.toThrow(lastOwner);
    expect(await countOwners()).toBe(1);
    await expect(changeRole(owner, "nonsense", "analyst")).rejects.toThrow(notFound);
  });

  test("may be one's own while another owner is there", async () => {
    await makeMember(organisation);
    expect(await getMember(owner, owner.memberId)).toMatchObject({ lastOwner: false });
    await changeRole(owner, owner.memberId, "analyst");
    await expect(changeRole(owner, owner.memberId, "owner")).rejects.toThrow(new Refusal("no-access"));
  });
});

describe("removing a member", () => {
  test("ends their sessions here at once, not those in another organisation", async () => {
    const analyst = await makeMember(organisation, { role: "analyst" });
    const other = await makeOrganisation();
    const { accountId } = analyst;
    await db().member.create({
      data: { id: crypto.randomUUID(), organisationId: other.id, accountId, role: "analyst" },
    });
    const session = await startSession(accountId);
    await removeMember(owner, analyst.memberId);
    expect(await findMember(session, organisation.id)).toBeNull();
    expect(await findMember(session)).toMatchObject({ organisationId: other.id });
    expect(await listMembers(owner)).toHaveLength(1);
    await expect(removeMember(owner, analyst.memberId)).rejects.toThrow(notFound);
    expect(await db().auditEvent.findMany({ where: { subjectId: analyst.memberId } })).toMatchObject([
      { action: "members.remove", accountId: owner.accountId, reason: "analyst" },
    ]);
  });

  test("is refused for the last owner; who leaves is out", async () => {
    await expect(removeMember(owner, owner.memberId)).rejects.toThrow(lastOwner);
    await makeMember(organisation);
    await removeMember(owner, owner.memberId);
    await expect(listMembers(owner)).rejects.toThrow(new Refusal("no-access"));
  });

  test("withdraws an open invitation to the same address", async () => {
    const analyst = await makeMember(organisation, { role: "analyst" });
    const { id } = await makeInvitation(organisation, { email: analyst.email });
    await removeMember(owner, analyst.memberId);
    expect((await db().invitation.findUniqueOrThrow({ where: { id } })).revokedAt).not.toBeNull();
  });
});

describe("two owners at once", () => {
  test.each<[string, (one: Actor, two: Actor) => Promise<unknown>, (one: Actor, two: Actor) => Promise<unknown>]>([
    ["remove each other", (one, two) => removeMember(one, two.memberId), (one, two) => removeMember(two, one.memberId)],
    ["leave", (one) => removeMember(one, one.memberId), (_, two) => removeMember(two, two.memberId)],
    [
      "demote each other",
      (one, two) => changeRole(one, two.memberId, "analyst"),
      (one, two) => changeRole(two, one.memberId, "analyst"),
    ],
    [
      "leave and step down",
      (one) => removeMember(one, one.memberId),
      (_, two) => changeRole(two, two.memberId, "translator"),
    ],
  ])("who %s leave one of them an owner", async (_what, first, second) => {
    const other = await makeMember(organisation);
    const ends = await atOnce(organisation, [() => first(owner, other), () => second(owner, other)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const codes = ends.flatMap((end) => (end.status === "rejected" ? [(end.reason as Refusal).code] : []));
    expect(["last-owner", "no-access"]).toEqual(expect.arrayContaining(codes));
    expect(await countOwners()).toBe(1);
  });

  test("who loses the right while waiting changes nobody", async () => {
    const other = await makeMember(organisation);
    const [end] = await atOnce(organisation, [() => removeMember(other, owner.memberId)], (client) =>
      client.query("update members set role = 'analyst' where id = $1", [other.memberId]),
    );
    expect(end).toEqual({ status: "rejected", reason: new Refusal("no-access") });
    expect(await countOwners()).toBe(1);
  });
});
