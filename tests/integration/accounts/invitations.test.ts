import { beforeEach, describe, expect, test } from "vitest";
import { v7 as uuid } from "uuid";
import { type Actor, findMember } from "@/lib/accounts/access";
import { addMember } from "@/lib/accounts/add-member";
import { changePassword } from "@/lib/accounts/change-password";
import { getInvitation } from "@/lib/accounts/invitation";
import { inviteMember } from "@/lib/accounts/invite-member";
import { joinAsNew } from "@/lib/accounts/join-as-new";
import { joinByPassword } from "@/lib/accounts/join-by-password";
import { joinSignedIn } from "@/lib/accounts/join-signed-in";
import { listMembers } from "@/lib/accounts/member-queries";
import { removeMember } from "@/lib/accounts/remove-member";
import { resendInvitation } from "@/lib/accounts/resend-invitation";
import { invitationsAnHour } from "@/lib/accounts/send-invitation";
import { signIn } from "@/lib/accounts/sign-in";
import { guesses } from "@/lib/accounts/sign-in-limits.sql";
import { startSession } from "@/lib/accounts/start-session";
import { withdrawInvitation } from "@/lib/accounts/withdraw-invitation";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { openOutbox, openOutboxMessage } from "@/lib/delivery/open-outbox";
import { openStaffMail } from "@/lib/delivery/staff-mail";
import { Transport } from "@/lib/delivery/transmit";
import { Refusal } from "@/lib/errors";
import type { Organisation } from "@/lib/generated/prisma/client";
import { makeToken } from "@/lib/privacy/links";
import { atOnce } from "@/tests/at-once";
import { makeOrganisation } from "@/tests/factories";
import { makeInvitation, makeMember, removeMember as markRemoved, testPassword } from "@/tests/members";
import { startSink } from "@/tests/smtp-sink";

const over = new Refusal("invitation-over");
const tooMany = new Refusal("too-many-requests");
const impossible = new Refusal("not-possible-now");
const somebody = { name: "Noor", password: "a long enough password" };
const day = 24 * 3_600_000;
let organisation: Organisation;
let owner: Actor & { email: string };

beforeEach(async () => {
  organisation = await makeOrganisation();
  owner = await makeMember(organisation);
});

async function openInvitations() {
  const { id: organisationId } = organisation;
  return db().invitation.findMany({ where: { organisationId, acceptedAt: null, revokedAt: null } });
}

async function queuedMails(): Promise<string[]> {
  const rows = await db().mail.findMany({ where: { organisationId: organisation.id }, orderBy: { id: "asc" } });
  return rows.map(({ id, sealedBytes }) => openStaffMail(id, sealedBytes ?? Buffer.of()).toString());
}

async function events(subjectId: string) {
  const rows = await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
  return rows.map(({ action, accountId, reason }) => [action, accountId, reason]);
}

/** The code of each refusal, and how many got through. */
function outcome(ends: PromiseSettledResult<unknown>[]) {
  const codes = ends.flatMap((end) => (end.status === "rejected" ? [(end.reason as Refusal).code] : []));
  return { through: ends.length - codes.length, codes };
}

describe("an invitation", () => {
  test("reaches a mail server with its link, which makes a member with a password of their own", async () => {
    await inviteMember(owner, { email: "Noor@NGO.test", role: "campaigner" });
    const sink = await startSink();
    const transport = new Transport(sink.url, 1);
    await drainDue(transport, new AbortController().signal);
    transport.close();
    const mails = await sink.parsed();
    await sink.stop();
    const mail = mails.find(({ to }) => to?.[0]?.address === "noor@ngo.test");
    expect(mail).toMatchObject({
      subject: "Your invitation to the desk of Asian Rights Desk",
      from: { name: "Asian Rights Desk", address: "letters@appeals.test" },
    });
    const [, token = ""] = /http:\/\/appeals\.test\/desk\/join\/([\w-]{43})\n/.exec(mail?.text ?? "") ?? [];
    expect(await getInvitation(token)).toMatchObject({ email: "noor@ngo.test", role: "campaigner", account: null });
    const { accountId } = await joinAsNew(token, somebody);
    expect(await findMember(await startSession(accountId))).toMatchObject({
      organisationId: organisation.id,
      role: "campaigner",
    });
    expect(await signIn({ email: "noor@ngo.test", password: somebody.password, network: "n" })).toBeTruthy();
  });

  test("works for seven days and is recorded", async () => {
    await inviteMember(owner, { email: "noor@ngo.test", role: "analyst" });
    const [invitation, ...rest] = await openInvitations();
    expect(rest).toEqual([]);
    expect(Math.abs((invitation?.expiresAt.getTime() ?? 0) - Date.now() - 7 * day)).toBeLessThan(60_000);
    expect(await events(invitation?.id ?? "")).toEqual([["members.invite", owner.accountId, "analyst"]]);
  });

  test("to somebody who is invited already is renewed: one link, the newer role", async () => {
    const old = await makeInvitation(organisation, { email: "noor@ngo.test", expiresAt: new Date(0) });
    await inviteMember(owner, { email: "noor@ngo.test", role: "translator" });
    expect(await openInvitations()).toMatchObject([{ id: old.id, role: "translator", invitedBy: owner.memberId }]);
    expect(await getInvitation(old.token)).toMatchObject({ role: "translator" });
    expect(await queuedMails()).toHaveLength(1);
  });

  test("sent by two owners at once to one address is one", async () => {
    const other = await makeMember(organisation);
    const invited = { email: "noor@ngo.test", role: "analyst" } as const;
    const ends = await atOnce(organisation, [() => inviteMember(owner, invited), () => inviteMember(other, invited)]);
    expect(outcome(ends)).toEqual({
      through: 2,
      codes: [],
    });
    expect(await openInvitations()).toHaveLength(1);
  });

  test("to a member is refused; a former one may be asked", async () => {
    const member = await makeMember(organisation, { role: "analyst" });
    const invite = () => inviteMember(owner, { email: member.email.toUpperCase(), role: "analyst" });
    await expect(invite()).rejects.toThrow(new Refusal("already-member"));
    expect(await queuedMails()).toEqual([]);
    await markRemoved(member);
    await invite();
    expect(await queuedMails()).toHaveLength(1);
  });

  test(`goes out ${invitationsAnHour} times an hour in all, however they are sent, also at once`, async () => {
    const { id: organisationId } = organisation;
    const sent = (minutesAgo: number) => ({
      id: uuid(),
      organisationId,
      action: "members.invite",
      at: new Date(Date.now() - minutesAgo * 60_000),
    });
    await db().auditEvent.createMany({
      data: [...Array.from({ length: 17 }, () => sent(59)), sent(61)],
    });
    const { id } = await makeInvitation(organisation);
    await resendInvitation(owner, id);
    const invite = (n: number) => inviteMember(owner, { email: `noor-${n}@ngo.test`, role: "analyst" });
    const ends = await atOnce(
      organisation,
      [1, 2, 3, 4].map((n) => () => invite(n)),
    );
    expect(outcome(ends)).toEqual({
      through: 2,
      codes: ["too-many-requests", "too-many-requests"],
    });
    await expect(resendInvitation(owner, id)).rejects.toThrow(tooMany);
    expect(await openInvitations()).toHaveLength(3);
    expect(await queuedMails()).toHaveLength(3);
    const others = await makeMember(await makeOrganisation());
    await inviteMember(others, { email: "noor@ngo.test", role: "analyst" });
  });

  test("that is sent again works for seven more days", async () => {
    const { id, token } = await makeInvitation(organisation, { expiresAt: new Date(0) });
    await expect(getInvitation(token)).rejects.toThrow(over);
    await resendInvitation(owner, id);
    expect(await getInvitation(token)).toMatchObject({ id });
    expect(await queuedMails()).toHaveLength(1);
  });

  test("that is withdrawn opens nothing, and can be neither sent again nor withdrawn again", async () => {
    const { id, token } = await makeInvitation(organisation);
    await withdrawInvitation(owner, id);
    await expect(getInvitation(token)).rejects.toThrow(over);
    await expect(joinAsNew(token, somebody)).rejects.toThrow(over);
    await expect(resendInvitation(owner, id)).rejects.toThrow(impossible);
    await expect(withdrawInvitation(owner, id)).rejects.toThrow(impossible);
    expect(await events(id)).toEqual([["members.withdraw-invitation", owner.accountId, null]]);
    await inviteMember(owner, { email: "noor@ngo.test", role: "analyst" });
  });

  test("that stays in the Outbox is opened by owners alone: its link makes a member", async () => {
    await inviteMember(owner, { email: "noor@ngo.test", role: "owner" });
    await drainDue(null, new AbortController().signal);
    const { entries } = await openOutbox(owner, { limit: 5 });
    expect(entries).toMatchObject([{ kind: "invitation", table: "mails" }]);
    const id = entries[0]?.id ?? "";
    expect((await openOutboxMessage(owner, "mails", id)).text).toContain("/desk/join/");
    const campaigner = await makeMember(organisation, { role: "campaigner" });
    expect((await openOutbox(campaigner, { limit: 5 })).entries).toEqual([]);
    const noAccess = new Refusal("no-access");
    await expect(openOutboxMessage(campaigner, "mails", id)).rejects.toThrow(noAccess);
    await expect(openOutboxMessage({ ...campaigner, role: "owner" }, "mails", id)).rejects.toThrow(noAccess);
  });

  test("of nobody is not found", async () => {
    await expect(withdrawInvitation(owner, "nonsense")).rejects.toThrow(new Refusal("not-found"));
    await expect(resendInvitation(owner, uuid())).rejects.toThrow(new Refusal("not-found"));
  });
});

describe("joining", () => {
  test.each(["", "nonsense", "x".repeat(43), makeToken("join", uuid()), makeToken("mine", uuid())])(
    "by a link that is not one of ours: %j",
    async (token) => {
      await expect(getInvitation(token)).rejects.toThrow(over);
      await expect(joinAsNew(token, somebody)).rejects.toThrow(over);
      await expect(joinByPassword(token, testPassword, "n")).rejects.toThrow(over);
      await expect(joinSignedIn(token, null)).rejects.toThrow(over);
    },
  );

  test("works once, and is recorded", async () => {
    const { id, token } = await makeInvitation(organisation);
    const { accountId } = await joinAsNew(token, somebody);
    expect(await events(id)).toEqual([["members.join", accountId, "analyst"]]);
    await expect(getInvitation(token)).rejects.toThrow(over);
    await expect(joinAsNew(token, somebody)).rejects.toThrow(over);
    await expect(joinByPassword(token, somebody.password, "n")).rejects.toThrow(over);
    await expect(joinSignedIn(token, await startSession(accountId))).rejects.toThrow(over);
    await expect(resendInvitation(owner, id)).rejects.toThrow(impossible);
  });

  test("by one link at once makes one member", async () => {
    const { token, email } = await makeInvitation(organisation);
    const ends = await Promise.allSettled([1, 2, 3].map(() => joinAsNew(token, somebody)));
    expect(outcome(ends).through).toBe(1);
    expect(await db().account.count({ where: { email } })).toBe(1);
    expect(await listMembers(owner)).toHaveLength(2);
  });

  test("by one link at once, with an account, makes one member", async () => {
    const elsewhere = await makeMember(await makeOrganisation());
    const { id, token } = await makeInvitation(organisation, { email: elsewhere.email });
    const session = await startSession(elsewhere.accountId);
    const ends = await atOnce(organisation, [
      () => joinSignedIn(token, session),
      () => joinByPassword(token, testPassword, "n"),
    ]);
    expect(outcome(ends)).toEqual({ through: 1, codes: ["invitation-over"] });
    expect(await events(id)).toHaveLength(1);
  });

  test("while it is withdrawn ends one way or the other", async () => {
    const { id, token } = await makeInvitation(organisation);
    const ends = await atOnce(organisation, [() => joinAsNew(token, somebody), () => withdrawInvitation(owner, id)]);
    expect(outcome(ends).through).toBe(1);
    const { acceptedAt, revokedAt } = await db().invitation.findUniqueOrThrow({ where: { id } });
    expect([acceptedAt, revokedAt].filter(Boolean)).toHaveLength(1);
    expect(await listMembers(owner)).toHaveLength(acceptedAt ? 2 : 1);
  });

  test("two organisations with one new address at once makes one account, in one of them", async () => {
    const email = `noor-${uuid()}@ngo.test`;
    const tokens = [
      (await makeInvitation(organisation, { email })).token,
      (await makeInvitation(await makeOrganisation(), { email })).token,
    ];
    const ends = await Promise.allSettled(tokens.map((token) => joinAsNew(token, somebody)));
    expect(outcome(ends)).toEqual({
      through: 1,
      codes: ["not-possible-now"],
    });
    expect(await db().account.count({ where: { email } })).toBe(1);
  });

  test("with an account asks for its password, and never gives it another", async () => {
    const elsewhere = await makeMember(await makeOrganisation());
    const { token } = await makeInvitation(organisation, { email: elsewhere.email, role: "campaigner" });
    await expect(joinAsNew(token, somebody)).rejects.toThrow(impossible);
    await expect(joinByPassword(token, somebody.password, "n")).rejects.toThrow(new Refusal("wrong-password"));
    const { accountId, memberId, passwordHash } = await joinByPassword(token, testPassword, "n");
    expect(accountId).toBe(elsewhere.accountId);
    const session = await startSession(accountId);
    expect(await findMember(session, organisation.id)).toMatchObject({ role: "campaigner" });
    expect(await findMember(session)).toMatchObject({ organisationId: elsewhere.organisationId });
    expect(await findMember(await startSession(accountId, { memberId, passwordHash }))).toMatchObject({
      organisationId: organisation.id,
      role: "campaigner",
    });
    await changePassword(elsewhere, { currentPassword: testPassword, ...somebody, sessionId: null, network: "n" });
    const late = startSession(accountId, { memberId, passwordHash });
    await expect(late).rejects.toThrow(new Refusal("sign-in-failed"));
  });

  test("without an account there is no password to ask for", async () => {
    const { token } = await makeInvitation(organisation);
    await expect(joinByPassword(token, testPassword, "n")).rejects.toThrow(impossible);
  });

  test("limits guessing together with the sign-in", async () => {
    const { email } = await makeMember(await makeOrganisation());
    const { token } = await makeInvitation(organisation, { email });
    const guess = (password: string) => joinByPassword(token, password, email);
    const all = Array.from({ length: guesses.account + 2 }, () => guess("wrong"));
    const { codes } = outcome(await Promise.allSettled(all));
    expect(codes.filter((code) => code === "wrong-password")).toHaveLength(guesses.account);
    await expect(guess(testPassword)).rejects.toThrow(tooMany);
    await expect(signIn({ email, password: testPassword, network: email })).rejects.toThrow(tooMany);
  });

  test("is one press for who is signed in with the address, and closed to others", async () => {
    const elsewhere = await makeMember(await makeOrganisation());
    const { token } = await makeInvitation(organisation, { email: elsewhere.email });
    const noAccess = new Refusal("no-access");
    await expect(joinSignedIn(token, null)).rejects.toThrow(noAccess);
    await expect(joinSignedIn(token, await startSession(owner.accountId))).rejects.toThrow(noAccess);
    const session = await startSession(elsewhere.accountId);
    await joinSignedIn(token, session);
    expect(await findMember(session)).toMatchObject({ organisationId: organisation.id, role: "analyst" });
  });

  test("again after being removed brings back the same member, with the new role and no right of before", async () => {
    const member = await makeMember(organisation, { role: "campaigner" });
    const ofBefore = {
      where: { id: member.memberId },
      data: { granted: ["send" as const], taken: ["export" as const] },
    };
    await db().member.update(ofBefore);
    await removeMember(owner, member.memberId);
    await inviteMember(owner, { email: member.email, role: "translator" });
    const [invitation] = await openInvitations();
    const token = makeToken("join", invitation?.id ?? "");
    await expect(joinAsNew(token, somebody)).rejects.toThrow(impossible);
    await joinByPassword(token, testPassword, "n");
    expect(await findMember(await startSession(member.accountId))).toMatchObject({
      memberId: member.memberId,
      role: "translator",
      granted: [],
      taken: [],
    });
    await db().member.update(ofBefore);
    const named = { where: { id: organisation.id }, data: { name: `Desk ${organisation.id}` } };
    const { name } = await db().organisation.update(named);
    const again = { email: member.email, organisation: name, password: testPassword };
    await addMember({ ...again, role: "analyst" });
    const kept = { role: "analyst", granted: ["send"], taken: ["export"] };
    expect(await findMember(await startSession(member.accountId))).toMatchObject(kept);
    await removeMember(owner, member.memberId);
    await addMember({ ...again, role: "analyst" });
    const fresh = { role: "analyst", granted: [], taken: [] };
    expect(await findMember(await startSession(member.accountId))).toMatchObject(fresh);
  });

  test("somebody who has become a member otherwise keeps their role", async () => {
    const { email } = owner;
    const { token } = await makeInvitation(organisation, { email, role: "translator" });
    await joinSignedIn(token, await startSession(owner.accountId));
    expect(await findMember(await startSession(owner.accountId))).toMatchObject({ role: "owner" });
    await expect(getInvitation(token)).rejects.toThrow(over);
  });
});
